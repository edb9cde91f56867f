import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, formatDay, formatMonth, formatSpan } from "./date.ts";

test("days count from 1970", () => {
  assert.equal(dayOf("1970-01-02"), 1);
  assert.equal(dayOf("2025-03-01") - dayOf("2025-02-28"), 1);
});

test("dates have no time zone: each is written as the day it names", () => {
  assert.equal(formatDay("2025-03-01", "EN"), "1 Mar 2025");
  assert.equal(formatMonth("2025-03-01", "HI"), "मार्च");
});

test("a span says its year once", () => {
  assert.match(formatSpan("2025-03-01", "2025-12-31", "EN"), /^1 Mar\s–\s31 Dec 2025$/u);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatCount, formatShare, formatShort } from "./number.ts";

test("counts are grouped by thousand, lakh and crore", () => {
  assert.equal(formatCount(14_649_880, "EN"), "1,46,49,880");
  assert.equal(formatCount(14_649_880, "HI"), "1,46,49,880");
  assert.equal(formatCount(0, "EN"), "0");
});

test("short counts speak of lakh and crore", () => {
  assert.equal(formatShort(99_999, "EN"), "99,999");
  assert.equal(formatShort(250_000, "EN"), "2.5 lakh");
  assert.equal(formatShort(12_500_000, "EN"), "1.25 crore");
  assert.equal(formatShort(12_500_000, "HI"), "1.25 करोड़");
});

test("a share that is there is never shown as nothing", () => {
  assert.equal(formatShare(0.154, "EN"), "15.4%");
  assert.equal(formatShare(0, "EN"), "0.0%");
  assert.equal(formatShare(0.0002, "EN"), "< 0.1%");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayOf, formatDay, parseDay, partsOf, startOfMonth } from "./day.ts";

test("a day survives its ISO date and its parts", () => {
  fc.assert(
    fc.property(fc.nat(65_535), (day) => {
      assert.equal(parseDay(formatDay(day)), day);
      const { year, month, date } = partsOf(day);
      assert.equal(dayOf(year, month, date), day);
      assert.equal(startOfMonth(year, month), day - date + 1);
    }),
  );
});

test("what no calendar has is null", () => {
  for (const text of [
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-01-32",
    "25-01-01",
    "2025-1-1",
    "01-01-2025",
    "",
    "2025-01-01T00:00",
  ]) {
    assert.equal(parseDay(text), null, text);
  }
  assert.notEqual(parseDay("2024-02-29"), null);
});

import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { dayOf, partsOf } from "../activity/day.ts";
import { EARLIEST_DAY, LATEST_DAY, reportDay } from "./dates.ts";

test("every day a report can bear is read back", () => {
  for (let day = EARLIEST_DAY; day <= LATEST_DAY; day++) {
    const { year, month, date } = partsOf(day);
    assert.equal(reportDay(date, month, year), day);
  }
});

test("a day is one exactly where the calendar has it", () => {
  const part = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(part(40), part(14), fc.integer({ min: 2009, max: 2101 }), (date, month, year) => {
      const day = dayOf(year, month, date);
      const expected = day === null ? -1 : day < EARLIEST_DAY || day > LATEST_DAY ? -2 : day;
      assert.equal(reportDay(date, month, year), expected);
    }),
  );
});

test("31 February and a thirteenth month are none; 1999 is out of range", () => {
  assert.equal(reportDay(31, 2, 2025), -1);
  assert.equal(reportDay(1, 13, 2025), -1);
  assert.equal(reportDay(29, 2, 2025), -1);
  assert.equal(reportDay(31, 12, 1999), -2);
});

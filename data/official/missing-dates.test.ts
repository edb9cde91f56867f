import assert from "node:assert/strict";
import test from "node:test";
import { parseDay } from "../activity/day.ts";
import { missingDates } from "./missing-dates.ts";

test("the dates between the first and the last on which there is nothing", () => {
  const days = ["2025-03-01", "2025-02-26", "2025-03-01"].map((date) => parseDay(date)!);
  assert.deepEqual(missingDates(Uint16Array.from(days)), ["2025-02-27", "2025-02-28"]);
  assert.deepEqual(missingDates(Uint16Array.from(days.slice(0, 1))), []);
  assert.deepEqual(missingDates(new Uint16Array()), []);
});

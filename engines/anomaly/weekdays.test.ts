import assert from "node:assert/strict";
import { test } from "node:test";
import { SURVEILLANCE } from "./parameters.ts";
import { createWeekdays, learnWeekday, weekdayFactor, weekdayUncertainty } from "./weekdays.ts";

const PATTERN = [1.4, 1.2, 1, 1, 0.9, 0.5, 1];

test("learns the pattern of the week, the sooner the larger the counts", () => {
  const [large, small] = [createWeekdays(SURVEILLANCE), createWeekdays(SURVEILLANCE)];
  for (let day = 0; day < 70; day++) {
    learnWeekday(large, day % 7, 100 * PATTERN[day % 7]!, 100, 1);
    learnWeekday(small, day % 7, 0.1 * PATTERN[day % 7]!, 0.1, 1);
  }
  for (const [weekday, wanted] of PATTERN.entries()) {
    assert.ok(Math.abs(weekdayFactor(large, weekday, 1) - wanted) < 0.03);
    assert.ok(Math.abs(weekdayFactor(small, weekday, 1) - 1) < 0.15);
    assert.ok(weekdayUncertainty(large, weekday, 1) < weekdayUncertainty(small, weekday, 1));
  }
});

test("factors have mean 1, and all are 1 before anything is known", () => {
  const weekdays = createWeekdays(SURVEILLANCE);
  assert.equal(weekdayFactor(weekdays, 3, 2), 1);
  learnWeekday(weekdays, 3, 500, 100, 1);
  learnWeekday(weekdays, 5, 0, 100, 1);
  const factors = PATTERN.map((_, weekday) => weekdayFactor(weekdays, weekday, 2));
  assert.ok(Math.abs(factors.reduce((sum, factor) => sum + factor) / 7 - 1) < 1e-12);
  assert.ok(factors[5]! > 0 && factors[5]! < 0.1 * factors[3]!);
});

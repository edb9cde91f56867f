import assert from "node:assert/strict";
import { test } from "node:test";
import { regularCycle } from "./cycle.ts";
import { seasonalNaive } from "./seasonal-naive.ts";

const naive = (values: number[], season: number, horizon: number) =>
  Array.from(
    seasonalNaive(Float64Array.from(values), regularCycle(season, values.length + horizon), horizon),
  );

test("each phase shows again what it last showed", () => {
  assert.deepEqual(naive([1, 2, 3, 4, 5, 6], 4, 5), [3, 4, 5, 6, 3]);
  assert.deepEqual(naive([1, 2, 3], 1, 2), [3, 3]);
});

test("a missing value is looked for a season earlier, a phase never seen takes the last value", () => {
  assert.deepEqual(naive([1, 2, 3, 4, Number.NaN, 6], 3, 3), [4, 2, 6]);
  assert.deepEqual(naive([1, 2], 4, 4), [2, 2, 1, 2]);
});

test("without a value there is no forecast", () => {
  assert.deepEqual(naive([], 2, 2), [Number.NaN, Number.NaN]);
});

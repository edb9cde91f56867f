import assert from "node:assert/strict";
import { test } from "node:test";
import { growthOf, priorGrowth } from "./growth.ts";

const misses = (power: number) =>
  Array.from({ length: 60 }, (_, at) => ({
    row: Math.floor(at / 6),
    ahead: (at % 6) + 1,
    error: ((at % 6) + 1) ** power,
  }));

test("a fixed level's errors do not grow, a random walk's as the root of the steps", () => {
  assert.equal(priorGrowth(0, 12), 0);
  assert.ok(Math.abs(priorGrowth(1, 12) - 0.5) < 1e-9);
  assert.equal(priorGrowth(1, 1), 0);
});

test("the slope of long evidence is believed, of little the prior, of none it alone", () => {
  assert.ok(Math.abs(growthOf(misses(0.8), 1000, 0) - 0.8) < 0.1);
  assert.ok(growthOf(misses(0.8), 1, 0) < 0.3);
  assert.equal(growthOf([{ row: 0, ahead: 1, error: 2 }], 1, 0.4), 0.8 * 0.4 + 0.2 * 0.4);
  assert.equal(growthOf([{ row: 0, ahead: 1, error: 0 }], 4, 0.5), 0.5);
});

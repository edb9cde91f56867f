import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "./arbitrary.ts";
import { regularCycle } from "./cycle.ts";
import { adjustSeason, centredAverage, putSeasonBack } from "./seasonal-adjust.ts";

const near = (got: ArrayLike<number>, wanted: readonly number[]) => {
  for (const [at, value] of wanted.entries())
    assert.ok(Math.abs(got[at]! - value) < 1e-9, `${got[at]} is not ${value}`);
};

test("the centred average of an even season halves its ends", () => {
  near(centredAverage(Float64Array.of(1, 2, 3, 4, 9), 4).subarray(2, 3), [(0.5 + 2 + 3 + 4 + 4.5) / 4]);
  assert.deepEqual(Array.from(centredAverage(Float64Array.of(1, 2, 6), 3)), [Number.NaN, 3, Number.NaN]);
});

test("a season upon a line is taken out whole and put back", () => {
  const indices = [3, -1, -2, 0];
  const values = Float64Array.from({ length: 24 }, (_, t) => 10 + t + indices[t % 4]!);
  const adjusted = adjustSeason(values, regularCycle(4, 300), false);
  assert.equal(adjusted.learnt, true);
  near(adjusted.indices, indices);
  near(
    adjusted.values,
    Array.from(values, (_, t) => 10 + t),
  );
  near(putSeasonBack(Float64Array.of(34, 35), adjusted, regularCycle(4, 300)), [37, 34]);
});

test("factors where it multiplies", () => {
  const factors = [2, 0.5, 1];
  const values = Float64Array.from({ length: 18 }, (_, t) => 10 * factors[t % 3]!);
  near(adjustSeason(values, regularCycle(3, 300), true).indices, factors);
});

test("of noise almost no season is learnt, and none before two of them are known", () => {
  const random = seeded(7);
  const noise = Float64Array.from({ length: 240 }, () => 100 + 10 * random());
  assert.ok(
    adjustSeason(noise, regularCycle(12, 300), false).indices.every((index) => Math.abs(index) < 1.5),
  );
  assert.equal(adjustSeason(noise.subarray(0, 23), regularCycle(12, 300), false).learnt, false);
});

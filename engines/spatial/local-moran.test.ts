import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { localMoran } from "./local-moran.ts";

const near = (actual: number, expected: number, tolerance = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual}, not ${expected}`);

/** Each place beside the next ones of a ring. */
const ring = (places: number, count: number) => ({
  count,
  rows: Int32Array.from(
    { length: places * count },
    (_, at) => (Math.floor(at / count) + (at % count) + 1) % places,
  ),
});

test("1, 2, 3, 4 in a chain, worked out by hand; their mean is Moran's I of 0.4", () => {
  // z = -1.5, -0.5, 0.5, 1.5; m2 = 1.25.
  const chain = { count: 2, rows: Int32Array.of(1, -1, 0, 2, 1, 3, 2, -1) };
  const { statistic, quadrant } = localMoran(Float64Array.of(1, 2, 3, 4), chain);
  for (const [at, expected] of [0.6, 0.2, 0.2, 0.6].entries()) near(statistic[at]!, expected);
  assert.deepEqual(quadrant, ["LOW_LOW", "LOW_LOW", "HIGH_HIGH", "HIGH_HIGH"]);
});

test("a peak among its neighbours is HIGH_LOW with I below 0", () => {
  const { statistic, quadrant } = localMoran(Float64Array.of(1, 1, 9, 1, 1, 1), ring(6, 2));
  assert.ok(statistic[2]! < 0);
  assert.equal(quadrant[2], "HIGH_LOW");
});

test("the mean of the local ones is the global Moran's I", () => {
  const values = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 30 });
  fc.assert(
    fc.property(values, (list) => {
      fc.pre(new Set(list).size > 1);
      const [n, mean] = [list.length, list.reduce((a, b) => a + b) / list.length];
      const { statistic } = localMoran(Float64Array.from(list), ring(n, 3));
      let [cross, squares] = [0, 0];
      for (const [at, one] of list.entries()) {
        squares += (one - mean) ** 2;
        for (let step = 1; step <= 3; step++) cross += ((one - mean) * (list[(at + step) % n]! - mean)) / 3;
      }
      near(statistic.reduce((a, b) => a + b) / n, cross / squares);
    }),
  );
});

test("mean and variance are those of dealing the others' values in every way", () => {
  const values = Float64Array.of(3, 1, 4, 1, 5, 9);
  const { expected, variance } = localMoran(values, ring(6, 2));
  const mean = 23 / 6;
  const square = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 6;
  const dealt: number[] = [];
  for (let one = 1; one < 6; one++)
    for (let other = 1; other < 6; other++)
      if (one !== other)
        dealt.push((((values[0]! - mean) / square) * (values[one]! + values[other]! - 2 * mean)) / 2);
  const average = dealt.reduce((a, b) => a + b) / dealt.length;
  near(expected[0]!, average);
  near(variance[0]!, dealt.reduce((sum, one) => sum + (one - average) ** 2, 0) / dealt.length);
});

test("draws agree with the normal approximation on values without a heavy tail", () => {
  const values = Float64Array.from({ length: 200 }, (_, at) => Math.sin(at * 12.9898) + (at > 150 ? 1 : 0));
  const normal = localMoran(values, ring(200, 5)).p;
  const drawn = localMoran(values, ring(200, 5), { permutations: 1999, seed: 4 }).p;
  for (const [at, p] of normal.entries()) near(drawn[at]!, p, 0.12);
});

test("a place without a value or without neighbours has no statistic; constant values have none either", () => {
  const rows = Int32Array.of(1, 2, 0, 2, 0, 1, -1, -1, 0, 2);
  const { statistic, p, q, quadrant } = localMoran(Float64Array.of(1, 2, 3, 4, Number.NaN), {
    count: 2,
    rows,
  });
  for (const column of [statistic, p, q]) {
    assert.deepEqual([...column].map(Number.isNaN), [false, false, false, true, true]);
  }
  assert.equal(quadrant[4], null);
  assert.ok(localMoran(new Float64Array(6).fill(2), ring(6, 2)).statistic.every(Number.isNaN));
});

test("p and q are probabilities, the same for the same seed", () => {
  const values = fc.array(fc.nat(20), { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.nat(), (list, seed) => {
      for (const permutations of [0, 99]) {
        const column = Float64Array.from(list);
        const { p, q } = localMoran(column, ring(list.length, 3), { permutations, seed });
        assert.deepEqual(localMoran(column, ring(list.length, 3), { permutations, seed }).p, p);
        for (const [at, one] of p.entries()) {
          if (Number.isNaN(one)) continue;
          assert.ok(one >= 0 && one <= 1 && q[at]! >= one && q[at]! <= 1);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("permutations are counted in whole numbers", () => {
  assert.throws(() => localMoran(Float64Array.of(1, 2), ring(2, 1), { permutations: -1 }), /not -1/);
});

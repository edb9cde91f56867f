import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { againstDistrict, againstNeighbours } from "./compare.ts";
import { countOfLog, logCount, poissonDeviation } from "./log-count.ts";
import { robustZ } from "./robust-z.ts";

const everyone = (size: number) => (place: number) =>
  Int32Array.from({ length: size }, (_, at) => at).filter((other) => other !== place);

/** Counts whose logarithms are these. */
const countsAt = (...stable: number[]) => Float64Array.from(stable, countOfLog);

test("median and MAD of the others, worked out by hand", () => {
  // Others of the first: 10, 12, 14, 20, 30: median 14, deviations 4, 2, 0, 6, 16: MAD 4, times 1.206 for five.
  const { z, centre, spread } = robustZ(countsAt(26, 10, 12, 14, 20, 30), everyone(6));
  assert.ok(Math.abs(centre[0]! - 14) < 1e-9);
  assert.ok(Math.abs(spread[0]! - 4 * 1.4826 * 1.206) < 1e-9);
  assert.ok(Math.abs(z[0]! - 12 / (4 * 1.4826 * 1.206)) < 1e-9);
});

test("small counts do not scream: the spread is never less than Poisson chance", () => {
  const { z, spread } = robustZ(Float64Array.of(3, 0, 0, 0, 0, 0), everyone(6));
  assert.ok(Math.abs(spread[0]! - Math.SQRT2) < 1e-12);
  assert.ok(z[0]! < 2);
});

test("absent counts are nobody's, and two others are too few", () => {
  const { z } = robustZ(Float64Array.of(1, Number.NaN, 2, 3, 4), everyone(5));
  assert.ok(Number.isNaN(z[1]));
  assert.ok([0, 2, 3, 4].every((at) => Number.isFinite(z[at]!)));
  assert.ok(robustZ(Float64Array.of(1, Number.NaN, 2, 3), everyone(4)).z.every(Number.isNaN));
});

test("one odd place among the others moves no z far", () => {
  const counts = fc.array(fc.integer({ min: 80, max: 120 }), { minLength: 9, maxLength: 20 });
  fc.assert(
    fc.property(counts, (list) => {
      const usual = robustZ(Float64Array.from(list), everyone(list.length));
      const odd = robustZ(Float64Array.from(list).with(1, 1e9), everyone(list.length));
      assert.ok(Math.abs(odd.z[0]! - usual.z[0]!) < 5);
    }),
  );
});

test("more never stands lower, and the transform has an inverse", () => {
  const counts = fc.array(fc.nat(10_000), { minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(counts, fc.nat(1000), (list, more) => {
      const before = robustZ(Float64Array.from(list), everyone(list.length));
      const after = robustZ(Float64Array.from(list).with(0, list[0]! + more), everyone(list.length));
      assert.ok(after.z[0]! >= before.z[0]!);
      assert.ok(Math.abs(countOfLog(logCount(more)) - more) < 1e-6);
    }),
  );
});

test("the floor is a Poisson count's deviation, no more than a tenth off from a mean of 10 on", () => {
  for (const mean of [10, 40, 200]) {
    let [chance, first, second] = [Math.exp(-mean), 0, 0];
    for (let count = 0; count < 600; count++) {
      first += chance * logCount(count);
      second += chance * logCount(count) ** 2;
      chance *= mean / (count + 1);
    }
    const ratio = Math.sqrt(second - first * first) / poissonDeviation(logCount(mean));
    assert.ok(Math.abs(ratio - 1) < 0.1, `${ratio} at ${mean}`);
  }
});

test("neighbours by matrix, others by district", () => {
  const counts = Float64Array.of(9, 1, 2, 3, 100);
  const neighbours = { count: 3, rows: Int32Array.of(1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2, 0, -1, -1) };
  const district = Int32Array.of(7, 7, 7, 7, 8);
  assert.deepEqual(againstDistrict(counts, district), againstNeighbours(counts, neighbours));
});

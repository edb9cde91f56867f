import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { kMeans } from "./kmeans.ts";

const columnsOf = (rows: readonly (readonly number[])[], width: number) =>
  Array.from({ length: width }, (_, feature) => Float64Array.from(rows, (row) => row[feature]!));

const anyRows = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(3)), {
  minLength: 1,
  maxLength: 60,
});

test("two heaps on a line: means and inertia worked out by hand", () => {
  // Mean 5, deviation 5: rows at -1, -1, -1, 1, 1, 1 standard deviations; none is off its centre.
  const found = kMeans([Float64Array.of(0, 10, 0, 10, 0, 10)], { k: 2 });
  assert.deepEqual([...found.cluster], [0, 1, 0, 1, 0, 1]);
  assert.deepEqual([...found.sizes], [3, 3]);
  assert.deepEqual(
    found.centres.map((centre) => [...centre]),
    [[-1], [1]],
  );
  assert.equal(found.inertia, 0);
});

test("heaps far apart are found whatever the seed, the largest first", () => {
  const heaps = [5, 9, 7].flatMap((size, heap) =>
    Array.from({ length: size }, (_, at) => [heap * 100 + (at % 3), heap * -50 + (at % 2)]),
  );
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { cluster, sizes } = kMeans(columnsOf(heaps, 2), { k: 3, seed });
      assert.deepEqual([...sizes], [9, 7, 5]);
      assert.deepEqual([...cluster], [...Array(5).fill(2), ...Array(9).fill(0), ...Array(7).fill(1)]);
    }),
    { numRuns: 30 },
  );
});

test("every row is at its nearest centre, and no cluster is empty", () => {
  fc.assert(
    fc.property(anyRows, fc.integer({ min: 1, max: 9 }), fc.nat(), (rows, k, seed) => {
      const columns = columnsOf(rows, 2);
      const { cluster, sizes, centres, inertia } = kMeans(columns, { k, seed });
      assert.ok(centres.length <= k);
      assert.equal(
        sizes.reduce((sum, size) => sum + size, 0),
        rows.length,
      );
      assert.deepEqual(
        [...sizes],
        [...sizes].sort((a, b) => b - a),
      );
      assert.ok(sizes.every((size) => size > 0));
      assert.ok(cluster.every((one) => one >= 0 && one < centres.length));
      assert.ok(inertia >= 0);
      assert.deepEqual(kMeans(columns, { k, seed }), { cluster, sizes, centres, inertia });
    }),
  );
});

test("fewer different rows than clusters: as many clusters as rows differ", () => {
  const { cluster, sizes } = kMeans([Float64Array.of(1, 2, 1, 1)], { k: 8 });
  assert.deepEqual([...sizes], [3, 1]);
  assert.deepEqual([...cluster], [0, 1, 0, 0]);
});

test("a constant column and a column's unit change nothing", () => {
  const one = Float64Array.of(1, 2, 9, 10, 30, 31);
  const plain = kMeans([one], { k: 3 }).cluster;
  assert.deepEqual(kMeans([one, new Float64Array(6).fill(0.1)], { k: 3 }).cluster, plain);
  assert.deepEqual(kMeans([one.map((value) => value * 1024)], { k: 3 }).cluster, plain);
});

test("rows that are not finite have no cluster and move no centre", () => {
  const found = kMeans([Float64Array.of(0, Number.NaN, 10, 0)], { k: 2 });
  assert.deepEqual([...found.cluster], [0, -1, 1, 0]);
  assert.deepEqual(kMeans([Float64Array.of(Number.NaN)]).centres, []);
});

test("what cannot be clusters is said to be none", () => {
  assert.throws(() => kMeans([Float64Array.of(1)], { k: 0 }), /not k 0/);
});

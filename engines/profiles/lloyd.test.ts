import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { squaredDistance } from "./kmeans-start.ts";
import { lloyd } from "./lloyd.ts";

test("a centre that gets no row begins anew at the row farthest from its own", () => {
  // The third centre is nobody's; 50 is the farthest from a centre, 30 being the mean of 10 and 50 at first.
  const found = lloyd(Float64Array.of(0, 10, 50), 1, Float64Array.of(0, 30, 1000), 20, 0);
  assert.deepEqual([...found.centres].sort(), [0, 10, 50]);
  assert.equal(found.inertia, 0);
});

test("rows are where looking at every centre puts them", () => {
  const number = fc.integer({ min: -20, max: 20 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 50 }),
      fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 6 }),
      (rows, start) => {
        const matrix = Float64Array.from(rows.flat());
        const { cluster, centres } = lloyd(matrix, 2, Float64Array.from(start.flat()), 30, 0);
        const away = (row: number, centre: number) =>
          squaredDistance(matrix, row * 2, centres, centre * 2, 2);
        for (const [row, own] of cluster.entries())
          for (const centre of start.keys()) assert.ok(away(row, own) <= away(row, centre));
      },
    ),
  );
});

test("more iterations never raise inertia", () => {
  const matrix = Float64Array.from({ length: 200 }, (_, at) => (at * 7919) % 101);
  const inertia = [1, 2, 5, 20].map((rounds) => lloyd(matrix, 2, matrix.slice(0, 8), rounds, 0).inertia);
  assert.deepEqual(
    inertia,
    inertia.toSorted((a, b) => b - a),
  );
});

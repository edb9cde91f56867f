import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { standardise } from "./standardise.ts";

test("deviations from the mean of the finite values", () => {
  const { columns, mean, deviation } = standardise([Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9, Number.NaN)]);
  assert.deepEqual([...columns[0]!], [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2, Number.NaN]);
  assert.deepEqual([mean[0], deviation[0]], [5, 2]);
});

test("a constant column is 0 throughout, even where rounding moves its mean", () => {
  const { columns, deviation } = standardise([new Float64Array(10).fill(0.1)]);
  assert.equal(deviation[0], 0);
  assert.ok(columns[0]!.every((value) => Math.abs(value) < 1e-9));
});

test("mean 0 and deviation 1 for any values that differ", () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 });
  fc.assert(
    fc.property(values, (list) => {
      fc.pre(new Set(list).size > 1);
      const column = standardise([Float64Array.from(list)]).columns[0]!;
      const mean = column.reduce((sum, value) => sum + value, 0) / list.length;
      const variance = column.reduce((sum, value) => sum + value ** 2, 0) / list.length;
      assert.ok(Math.abs(mean) < 1e-9 && Math.abs(variance - 1) < 1e-9);
    }),
  );
});

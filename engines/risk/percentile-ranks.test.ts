import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { percentileRanks } from "./percentile-ranks.ts";

const ranks = (...values: number[]) => [...percentileRanks(Float64Array.from(values))];

test("0 for the least, 1 for the largest, ties averaged, NaN left out", () => {
  assert.deepEqual(ranks(10, 30, 20), [0, 1, 0.5]);
  assert.deepEqual(ranks(0, 0, 5, Number.NaN, 9, 0), [0.25, 0.25, 0.75, Number.NaN, 1, 0.25]);
  assert.deepEqual(ranks(7), [0.5]);
  assert.deepEqual(ranks(3, 3, 3), [0.5, 0.5, 0.5]);
  assert.deepEqual(ranks(), []);
});

test("a larger value never ranks lower, and the mean is a half", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1 }), (values) => {
      const found = ranks(...values);
      for (const [one, value] of values.entries())
        for (const [other, against] of values.entries())
          assert.equal(Math.sign(found[one]! - found[other]!), Math.sign(value - against));
      assert.ok(Math.abs(found.reduce((a, b) => a + b) / found.length - 0.5) < 1e-9);
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rollUp } from "./roll-up.ts";

const floats = (...values: number[]) => Float64Array.from(values);

test("means by weight, worked out by hand", () => {
  const { score, weight, children } = rollUp(
    floats(10, 40, 90, Number.NaN, 70, 50),
    floats(1, 2, 5, 9, 0, 0),
    Int32Array.of(0, 0, -1, 0, 1, 1),
    3,
  );
  assert.deepEqual([...score], [30, 60, Number.NaN]);
  assert.deepEqual([...weight], [3, 0, 0]);
  assert.deepEqual([...children], [2, 2, 0]);
});

const child = fc.record({
  score: fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(Number.NaN)),
  weight: fc.integer({ min: 1, max: 10_000 }),
  parent: fc.integer({ min: -1, max: 3 }),
});

test("a parent lies between its children, and in two steps is what it is in one", () => {
  fc.assert(
    fc.property(fc.array(child), (list) => {
      const score = Float64Array.from(list, (one) => one.score);
      const weight = Float64Array.from(list, (one) => one.weight);
      const districts = rollUp(
        score,
        weight,
        Int32Array.from(list, (one) => one.parent),
        4,
      );
      for (const [at, value] of districts.score.entries()) {
        const own = list
          .filter((one) => one.parent === at && !Number.isNaN(one.score))
          .map((one) => one.score);
        assert.equal(Number.isNaN(value), own.length === 0);
        if (own.length === 0) continue;
        assert.ok(value >= Math.min(...own) - 1e-9 && value <= Math.max(...own) + 1e-9);
      }
      const twice = rollUp(districts.score, districts.weight, new Int32Array(4), 1).score[0]!;
      const all = Int32Array.from(list, (one) => Math.min(one.parent, 0));
      const once = rollUp(score, weight, all, 1).score[0]!;
      assert.ok(Object.is(twice, once) || Math.abs(twice - once) < 1e-9);
    }),
  );
});

test("a scored child of an unknown parent or weight is refused", () => {
  assert.throws(
    () => rollUp(floats(1), floats(1), Int32Array.of(2), 2),
    /parent below 2; it has weight 1, parent 2/,
  );
  assert.throws(() => rollUp(floats(1), floats(-1), Int32Array.of(0), 1), /weight -1/);
  assert.throws(() => rollUp(floats(1), floats(), Int32Array.of(0), 1), /one length/);
});

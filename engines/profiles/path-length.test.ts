import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { averagePathLength } from "./path-length.ts";

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test("the constant of Liu, Ting and Zhou, at sizes worked out by hand", () => {
  assert.equal(averagePathLength(0), 0);
  assert.equal(averagePathLength(1), 0);
  assert.equal(averagePathLength(2), 1);
  near(averagePathLength(3), 2 * (Math.LN2 + 0.5772156649015329) - 4 / 3);
  near(averagePathLength(5), 2 * (Math.log(4) + 0.5772156649015329) - 8 / 5);
  near(averagePathLength(256), 10.244770920116851);
});

test("off the exact harmonic numbers by less than 1 / (n - 1)", () => {
  let harmonic = 1;
  for (let rows = 3; rows < 2000; rows++) {
    harmonic += 1 / (rows - 1);
    const exact = 2 * harmonic - (2 * (rows - 1)) / rows;
    assert.ok(Math.abs(averagePathLength(rows) - exact) < 1.01 / (rows - 1));
  }
});

test("more rows take longer paths", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (rows) =>
      assert.ok(averagePathLength(rows + 1) > averagePathLength(rows)),
    ),
  );
});

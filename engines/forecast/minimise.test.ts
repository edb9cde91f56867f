import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { minimise } from "./minimise.ts";

const box = { start: [0, 0], step: [1, 1], low: [-5, -5], high: [5, 5] };

test("the lowest point of a bowl is found wherever it lies", () => {
  const within = fc.double({ min: -4, max: 4, noNaN: true });
  fc.assert(
    fc.property(within, within, (x, y) => {
      const open = { ...box, low: [-1e3, -1e3], high: [1e3, 1e3] };
      const found = minimise((at) => 1 + (at[0]! - x) ** 2 + 3 * (at[1]! - y) ** 2, open, 400);
      assert.ok(Math.hypot(found[0]! - x, found[1]! - y) < 0.05);
    }),
  );
});

test("a lowest point outside the box is met at its border", () => {
  const found = minimise((at) => (at[0]! - 9) ** 2 + at[1]! ** 2, box, 400);
  assert.equal(found[0], 5);
  assert.ok(Math.abs(found[1]!) < 0.05);
});

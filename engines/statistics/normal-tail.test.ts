import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normalTail, twoSidedP } from "./normal-tail.ts";

test("published values of the upper tail", () => {
  const table: readonly (readonly [number, number])[] = [
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.959963984540054, 0.025],
    [2.5758293035489004, 0.005],
    [5, 2.866515718791939e-7],
    [10, 7.61985302416052e-24],
  ];
  for (const [z, tail] of table)
    assert.ok(Math.abs(normalTail(z) / tail - 1) < 1e-9, `${z}: ${normalTail(z)}`);
});

test("falls from 1 to 0, and both sides make one", () => {
  const z = fc.double({ min: -38, max: 38, noNaN: true });
  fc.assert(
    fc.property(z, z, (one, other) => {
      if (one <= other) assert.ok(normalTail(one) >= normalTail(other) - 1e-15);
      assert.ok(Math.abs(normalTail(one) + normalTail(-one) - 1) < 1e-15);
      assert.ok(twoSidedP(one) >= 0 && twoSidedP(one) <= 1);
    }),
  );
  assert.equal(twoSidedP(Number.NaN), Number.NaN);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exponential, squareRoot } from "./elementary.ts";

const near = (value: number, right: number, relative: number) => Math.abs(value - right) <= relative * right;

test("exponential is e^x", () => {
  assert.equal(exponential(0), 1);
  fc.assert(
    fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) =>
      near(exponential(x), Math.exp(x), 1e-12),
    ),
  );
});

test("squareRoot is the square root", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), (x) => near(squareRoot(x), Math.sqrt(x), 1e-9)),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logGamma } from "./log-gamma.ts";

const near = (got: number, wanted: number) =>
  assert.ok(Math.abs(got - wanted) <= 1e-10 * Math.max(1, Math.abs(wanted)), `${got} is not ${wanted}`);

test("known values", () => {
  near(logGamma(1), 0);
  near(logGamma(0.5), Math.log(Math.PI) / 2);
  near(logGamma(5), Math.log(24));
  near(logGamma(101), 363.7393755555635);
});

test("Γ(x + 1) = xΓ(x)", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), (x) =>
      near(logGamma(x + 1), logGamma(x) + Math.log(x)),
    ),
  );
});

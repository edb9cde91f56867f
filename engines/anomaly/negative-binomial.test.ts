import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logProbability, negativeBinomialTails } from "./negative-binomial.ts";

function tailsOf(count: number, mean: number, size: number): [lower: number, upper: number] {
  const pair = new Float64Array(2);
  negativeBinomialTails(count, mean, size, pair);
  return [pair[0]!, pair[1]!];
}

const near = (got: number, wanted: number, relative = 1e-8) =>
  assert.ok(Math.abs(got - wanted) <= relative * Math.abs(wanted), `${got} is not ${wanted}`);

test("closed forms: the geometric, size 2, and Poisson's limit", () => {
  for (const count of [1, 5, 30, 60]) near(tailsOf(count, 4, 1)[1], 0.8 ** count);
  near(tailsOf(3, 1, 2)[1], 1 / 9);
  near(tailsOf(0, 3, 2)[0], 0.16);
  // 1 - e^-2 (1 + 2 + 2): a Poisson of mean 2 is 3 or more.
  near(tailsOf(3, 2, 1e9)[1], 1 - 5 * Math.exp(-2), 1e-6);
});

test("tails are the sums of the probabilities", () => {
  const sizes = fc.double({ min: 0.2, max: 500, noNaN: true });
  const means = fc.double({ min: 0.01, max: 400, noNaN: true });
  fc.assert(
    fc.property(fc.nat(600), means, sizes, (count, mean, size) => {
      let sum = 0;
      for (let at = 0; at <= count; at++) sum += Math.exp(logProbability(at, mean, size));
      const [lower, upper] = tailsOf(count, mean, size);
      assert.ok(lower > 0 && lower <= 1 && upper > 0 && upper <= 1);
      assert.ok(Math.abs(lower - sum) < 1e-8, `${lower} is not ${sum}`);
      assert.ok(Math.abs(lower + upper - Math.exp(logProbability(count, mean, size)) - 1) < 1e-8);
    }),
  );
});

test("small tails keep their digits and never reach nothing", () => {
  near(tailsOf(200, 4, 1)[1], 0.8 ** 200);
  near(tailsOf(0, 900, 1e7)[0], 1e-300, 1);
  assert.ok(tailsOf(100_000, 1, 50)[1] > 0);
});

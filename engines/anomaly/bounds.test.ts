import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { boundsLevel, negativeBinomialBounds } from "./bounds.ts";
import { negativeBinomialTails } from "./negative-binomial.ts";

const TAIL = 0.005;
const level = boundsLevel(TAIL);

function boundsOf(mean: number, size: number): [lower: number, upper: number] {
  const pair = new Float64Array(2);
  negativeBinomialBounds(mean, size, level, pair);
  return [pair[0]!, pair[1]!];
}

function tailsOf(count: number, mean: number, size: number) {
  const pair = new Float64Array(2);
  negativeBinomialTails(count, mean, size, pair);
  return { lower: pair[0]!, upper: pair[1]! };
}

test("the least bounds with at most the tail beyond, where counts are small", () => {
  const means = fc.double({ min: 0.01, max: 15, noNaN: true });
  fc.assert(
    fc.property(means, fc.double({ min: 3, max: 200, noNaN: true }), (mean, size) => {
      const [lower, upper] = boundsOf(mean, size);
      assert.ok(lower <= mean && mean <= upper + 1);
      assert.ok(tailsOf(upper + 1, mean, size).upper <= TAIL * 1.001);
      if (upper > lower) assert.ok(tailsOf(upper, mean, size).upper >= TAIL * 0.999);
      assert.ok(tailsOf(lower, mean, size).lower >= TAIL * 0.999);
      if (lower > 0) assert.ok(tailsOf(lower - 1, mean, size).lower <= TAIL * 1.001);
    }),
  );
});

test("about the tail beyond, where counts are large", () => {
  const means = fc.double({ min: 60, max: 50_000, noNaN: true });
  fc.assert(
    fc.property(means, fc.double({ min: 8, max: 500, noNaN: true }), (mean, size) => {
      const [lower, upper] = boundsOf(mean, size);
      const beyond = [tailsOf(upper + 1, mean, size).upper, tailsOf(lower - 1, mean, size).lower];
      for (const share of beyond)
        assert.ok(share > TAIL / 2 && share < TAIL * 2, `${share} for ${mean}, ${size}`);
    }),
  );
});

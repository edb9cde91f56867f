import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { locallyShrunkRates, shrunkRates } from "./empirical-bayes.ts";

const near = (actual: Float64Array, expected: readonly number[]) => {
  assert.equal(actual.length, expected.length);
  for (const [at, value] of expected.entries())
    assert.ok(Math.abs(actual[at]! - value) < 1e-12, `${at}: ${actual[at]}, not ${value}`);
};

test("Marshall's global estimator, worked out by hand", () => {
  // m = 30/40; s² = (10·0.75² + 20·0.25² + 10·0.25²)/40 = 0.1875; A = 0.1875 - 0.75·3/40 = 0.13125.
  const rates = shrunkRates(Float64Array.of(0, 20, 10), Float64Array.of(10, 20, 10));
  const trust = (exposure: number) => 0.13125 / (0.13125 + 0.75 / exposure);
  near(rates, [0.75 - trust(10) * 0.75, 0.75 + trust(20) * 0.25, 0.75 + trust(10) * 0.25]);
});

test("rates that differ by no more than chance are all the common one", () => {
  near(shrunkRates(Float64Array.of(1, 3), Float64Array.of(10, 10)), [0.2, 0.2]);
});

test("no exposure gives the common rate, an absent count none", () => {
  near(shrunkRates(Float64Array.of(0, 4), Float64Array.of(0, 2)), [2, 2]);
  assert.ok(Number.isNaN(shrunkRates(Float64Array.of(Number.NaN, 4), Float64Array.of(1, 2))[0]));
});

test("shrunk rates lie between the own and the common rate, less exposure farther from the own", () => {
  const counts = fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 50 })), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(counts, (list) => {
      const events = Float64Array.from(list, ([one]) => one);
      const exposure = Float64Array.from(list, ([, one]) => one);
      const common = events.reduce((a, b) => a + b) / exposure.reduce((a, b) => a + b);
      for (const [at, rate] of shrunkRates(events, exposure).entries()) {
        const own = events[at]! / exposure[at]!;
        assert.ok(rate >= Math.min(own, common) - 1e-9 && rate <= Math.max(own, common) + 1e-9);
      }
    }),
  );
});

test("the local estimator knows the place and its neighbours only", () => {
  const events = Float64Array.of(0, 20, 10, 900);
  const exposure = Float64Array.of(10, 20, 10, 1);
  const local = locallyShrunkRates(events, exposure, Int32Array.of(1, 2, 0, 2, 0, 1, -1, -1), 2);
  const global = shrunkRates(events.subarray(0, 3), exposure.subarray(0, 3));
  near(local, [...global, 900]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Backtest } from "./backtest.ts";
import { combine, weigh } from "./weights.ts";

const flat = (value: number) => Float64Array.of(value, value);
const near = (got: Float64Array, wanted: number[]) =>
  wanted.forEach((value, at) => {
    assert.ok(Math.abs(got[at]! - value) < 1e-4, `${got} is not ${wanted}`);
  });

test("half the error has eight times the weight", () => {
  const found: Backtest = { origins: [1], forecasts: [[flat(2), flat(1)]] };
  near(weigh(found, Float64Array.of(9, 0, 0), 3, 2, false), [1 / 9, 8 / 9]);
});

test("a model without error has all the weight, and equal ones share it", () => {
  near(
    weigh({ origins: [1], forecasts: [[flat(2), flat(0)]] }, Float64Array.of(9, 0, 0), 3, 2, false),
    [0, 1],
  );
  near(
    weigh({ origins: [1], forecasts: [[flat(2), flat(-2)]] }, Float64Array.of(9, 0, 0), 1, 2, false),
    [0.5, 0.5],
  );
});

test("values not yet known and missing ones do not count", () => {
  const found: Backtest = {
    origins: [1, 2],
    forecasts: [
      [flat(2), flat(1)],
      [flat(0), flat(50)],
    ],
  };
  near(weigh(found, Float64Array.of(9, 0, 0, 0), 2, 2, false), [1 / 9, 8 / 9]);
  near(weigh(found, Float64Array.of(9, 0, Number.NaN, Number.NaN), 4, 2, false), [1 / 9, 8 / 9]);
});

test("on the backtest the combination is never worse than the naive model", () => {
  const number = fc.integer({ min: -50, max: 50 });
  const row = fc.array(
    fc.tuple(number, number).map(([a, b]) => Float64Array.of(a, b)),
    { minLength: 3, maxLength: 3 },
  );
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.array(number, { minLength: 9, maxLength: 9 }),
      (forecasts, known) => {
        const values = Float64Array.from(known);
        const found: Backtest = { origins: forecasts.map((_, at) => at + 1), forecasts };
        const weights = weigh(found, values, values.length, 3, false);
        assert.ok(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9);
        let [own, naive] = [0, 0];
        for (const [at, models] of forecasts.entries()) {
          const mixed = combine(models, weights);
          for (const step of [0, 1]) {
            own += Math.abs(values[at + 1 + step]! - mixed[step]!);
            naive += Math.abs(values[at + 1 + step]! - models[0]![step]!);
          }
        }
        assert.ok(own <= naive + 1e-9);
      },
    ),
  );
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { autoregression } from "./autoregression.ts";
import { regularCycle } from "./cycle.ts";
import { dampedTrend } from "./damped-trend.ts";
import { forecastEach, INTERMITTENT, REGULAR } from "./models.ts";
import { seasonalSmoothing } from "./seasonal-smoothing.ts";
import { theta } from "./theta.ts";

const series = (length: number, at: (t: number) => number) => Float64Array.from({ length }, (_, t) => at(t));
const near = (got: ArrayLike<number>, wanted: readonly number[], by: number) => {
  for (const [at, value] of wanted.entries()) {
    assert.ok(Math.abs(got[at]! - value) <= by, `step ${at + 1}: ${got[at]} is not ${value}`);
  }
};
const line = series(40, (t) => 100 + 3 * t);

describe("a damped trend", () => {
  test("follows a line, ever less", () => {
    const found = dampedTrend(line, 12);
    near(found, [219.94, 222.8], 0.7);
    for (let step = 2; step < 12; step++) {
      const [before, now] = [found[step - 1]! - found[step - 2]!, found[step]! - found[step - 1]!];
      assert.ok(now > 0 && now < before);
    }
  });
  test("stays level where the past did, across gaps too", () => {
    near(
      dampedTrend(
        series(20, (t) => (t % 3 === 1 ? Number.NaN : 7)),
        3,
      ),
      [7, 7, 7],
      0.05,
    );
  });
});

describe("optimised Theta", () => {
  test("goes on with a line: as theta grows, the line itself is extrapolated", () => {
    near(theta(line, 4), [220, 223, 226, 229], 3);
  });
  test("stays level where the past did, across gaps too", () => {
    near(
      theta(
        series(20, (t) => (t % 4 === 1 ? Number.NaN : 7)),
        3,
      ),
      [7, 7, 7],
      0.05,
    );
  });
});

describe("an autoregression of changes", () => {
  test("goes on with a line exactly", () => {
    near(autoregression(line, 3), [220, 223, 226], 1e-9);
  });
  test("one value stays as it is", () => {
    near(autoregression(Float64Array.of(4), 2), [4, 4], 0);
  });
  test("changes that alternate are met in alternation", () => {
    const found = autoregression(
      series(60, (t) => (t % 2 ? 10 : 0)),
      2,
    );
    assert.ok(found[0]! < 3 && found[1]! > 7, `${found}`);
  });
});

describe("smoothing with a season", () => {
  const indices = Float64Array.of(-6, 1, 5, 0);
  test("a season upon a line is met", () => {
    const found = seasonalSmoothing(
      series(40, (t) => 50 + t + indices[t % 4]!),
      regularCycle(4, 44),
      indices,
      true,
      4,
    );
    near(found, [84, 92, 97, 93], 1);
  });
  test("without trend and season it is simple exponential smoothing: a level past stays level", () => {
    near(
      seasonalSmoothing(
        series(20, () => 7),
        regularCycle(1, 22),
        new Float64Array(1),
        false,
        2,
      ),
      [7, 7],
      1e-6,
    );
  });
});

test("each model answers in the order named, with finite numbers, however short the past", () => {
  for (const names of [REGULAR, INTERMITTENT]) {
    for (const past of [Float64Array.of(3), Float64Array.of(0, Number.NaN, 5), series(30, (t) => t % 4)]) {
      const found = forecastEach(names, past, regularCycle(4, past.length + 5), 5);
      assert.equal(found.length, names.length);
      for (const forecast of found) {
        assert.equal(forecast.length, 5);
        assert.ok(forecast.every(Number.isFinite));
      }
    }
  }
});

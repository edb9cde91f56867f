import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { arbitraryValues, seeded } from "./arbitrary.ts";
import { forecastSeries, type SeriesForecast } from "./forecast-series.ts";

const forecast = (values: readonly number[], season = 1, horizon = 6, nonNegative = false) =>
  forecastSeries(Float64Array.from(values), { season, horizon, nonNegative });

function assertSound(found: SeriesForecast, horizon: number, nonNegative: boolean) {
  const bands = [found.lower95, found.lower80, found.mean, found.upper80, found.upper95];
  for (const band of bands) {
    assert.equal(band.length, horizon);
    assert.ok(band.every((value) => Number.isFinite(value) && (!nonNegative || value >= 0)));
  }
  for (let step = 0; step < horizon; step++) {
    for (let at = 1; at < bands.length; at++) assert.ok(bands[at - 1]![step]! <= bands[at]![step]!);
    if (found.mean[step] === 0) assert.ok(found.upper95[step]! > 0 || found.notes.length > 0);
  }
  if (found.accuracy !== null) assert.ok(Object.values(found.accuracy).every((value) => value >= 0));
}

test("whatever comes in, every number is finite, bands nest and counts are not negative", () => {
  const season = fc.constantFrom(1, 4, 7, 12);
  const horizon = fc.integer({ min: 1, max: 14 });
  fc.assert(
    fc.property(arbitraryValues, season, horizon, fc.boolean(), (values, m, h, nonNegative) => {
      const past = nonNegative ? values.map(Math.abs) : values;
      assertSound(forecast(past, m, h, nonNegative), h, nonNegative);
    }),
    { numRuns: 150 },
  );
});

test("the same answer twice, and in any unit", () => {
  const random = seeded(5);
  const values = Array.from({ length: 40 }, (_, t) => 50 + 10 * Math.sin(t) + 8 * random());
  const once = forecast(values, 4);
  assert.deepEqual(forecast(values, 4), once);
  const scaled = forecast(
    values.map((value) => value * 1024),
    4,
  );
  for (const [step, value] of scaled.mean.entries())
    assert.ok(Math.abs(value / 1024 / once.mean[step]! - 1) < 1e-9);
});

describe("too little past", () => {
  test("nothing known is said, not forecast", () => {
    for (const values of [[], [Number.NaN, Number.NaN]]) {
      const { notes, accuracy } = forecast(values);
      assert.deepEqual([notes, accuracy], [["NO_HISTORY"], null]);
    }
  });
  test("only zeros leave room for what has not been seen yet, less the longer they last", () => {
    const short = forecast([0, 0, 0], 1, 2, true);
    const long = forecast(new Array(300).fill(0), 1, 2, true);
    assert.deepEqual(short.notes, ["SILENT"]);
    assert.ok(Math.abs(short.upper95[0]! - 0.9986) < 1e-3 && Math.abs(long.upper95[0]! - 0.009986) < 1e-5);
    assert.equal(short.lower95[0], 0);
  });
  test("a constant past leaves as little room", () => {
    const { mean, lower80, notes } = forecast(new Array(40).fill(5), 1, 2, true);
    assert.deepEqual([Math.fround(mean[1]!), notes], [5, ["CONSTANT"]]);
    assert.ok(Math.abs(lower80[1]! - (5 - 1.609 / 40)) < 1e-3);
  });
  test("one or two values are taken for what they are, with a wide band", () => {
    const { mean, lower95, upper95, notes } = forecast([10, 20], 1, 3, true);
    assert.deepEqual([mean[2], lower95[2], notes], [15, 0, ["TOO_SHORT"]]);
    assert.ok(upper95[0]! >= 45 && upper95[2]! > upper95[0]!);
  });
  test("errors not seen as far as the horizon are said", () => {
    assert.ok(forecast([5, 7, 6, 8, 7, 9, 6, 8], 1, 12).notes.includes("SHORT_HISTORY"));
  });
});

describe("a long past", () => {
  const random = seeded(9);
  const seasonal = Array.from(
    { length: 96 },
    (_, t) => 100 + 30 * Math.sin((Math.PI * t) / 6) + 4 * random(),
  );
  test("a season is met and beats naive, the method says by what", () => {
    const found = forecast(seasonal, 12, 12, true);
    assert.deepEqual(found.notes, []);
    assert.match(found.method, /^[a-z ]+ 0\.\d\d(, [a-z ]+ 0\.\d\d)*$/);
    assert.ok(found.accuracy!.mase < found.accuracy!.seasonalNaiveMase);
    for (const [step, value] of found.mean.entries()) {
      assert.ok(Math.abs(value - 102 - 30 * Math.sin((Math.PI * step) / 6)) < 6);
    }
  });
  test("gaps, and missing values before the first, change little", () => {
    const holes = seasonal.map((value, t) => (t % 9 === 4 ? Number.NaN : value));
    const whole = forecast(seasonal, 12, 12);
    for (const [step, value] of forecast(
      [...new Array(24).fill(Number.NaN), ...holes],
      12,
      12,
    ).mean.entries()) {
      assert.ok(Math.abs(value - whole.mean[step]!) < 5);
    }
  });
  test("a season not seen twice is said not to be learnt", () => {
    assert.ok(forecast(seasonal.slice(0, 23), 12).notes.includes("NO_SEASON_LEARNT"));
    assert.ok(!forecast(seasonal.slice(0, 36), 12).notes.includes("NO_SEASON_LEARNT"));
  });
  test("counts now and then are told apart and forecast at their mean", () => {
    const counts = Array.from({ length: 120 }, () => (random() < 0.3 ? 2 : 0));
    const found = forecast(counts, 12, 6, true);
    assert.ok(found.notes.includes("INTERMITTENT"));
    assert.ok(
      found.mean.every((value) => value > 0.2 && value < 1.4),
      `${found.mean}`,
    );
  });
});

test("bands cover what they claim: noise about a level, and a random walk", () => {
  const random = seeded(21);
  const noise = () => random() + random() + random() - 1.5;
  for (const walk of [false, true]) {
    let [within80, within95, all] = [0, 0, 0];
    for (let repeat = 0; repeat < 60; repeat++) {
      let level = 100;
      const values = Array.from({ length: 56 }, () => {
        const step = noise();
        if (walk) level += step;
        return walk ? level : level + step;
      });
      const { lower80, upper80, lower95, upper95 } = forecast(values.slice(0, 48), 1, 8);
      for (const [step, value] of values.slice(48).entries()) {
        all++;
        if (value >= lower80[step]! && value <= upper80[step]!) within80++;
        if (value >= lower95[step]! && value <= upper95[step]!) within95++;
      }
    }
    assert.ok(Math.abs(within80 / all - 0.8) < 0.08, `${walk}: ${within80 / all}`);
    assert.ok(Math.abs(within95 / all - 0.95) < 0.05, `${walk}: ${within95 / all}`);
  }
});

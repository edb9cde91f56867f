import { adjustSeason, putSeasonBack } from "./seasonal-adjust.ts";
import { seasonalNaive } from "./seasonal-naive.ts";
import { smooth } from "./smooth.ts";
import { theta } from "./theta.ts";

export interface ForecastOptions {
  /** Steps a season has, 1 for none. */
  readonly season: number;
  /** Steps ahead. */
  readonly horizon: number;
}

export interface SeriesForecast {
  readonly mean: Float64Array;
  readonly lower80: Float64Array;
  readonly upper80: Float64Array;
  readonly lower95: Float64Array;
  readonly upper95: Float64Array;
}

/** The mean of optimised Theta and damped trend on the seasonally adjusted series, with crude normal bounds. */
export function forecastSeries(values: Float64Array, { season, horizon }: ForecastOptions): SeriesForecast {
  const adjusted = adjustSeason(
    values,
    season,
    values.every((value) => !(value <= 0)),
  );
  const damped = smooth(adjusted.values, 1, horizon, { trend: true, seasonal: "none" }, null);
  const both = theta(adjusted.values, horizon, null).map(
    (value, step) => (value + damped.forecast[step]!) / 2,
  );
  const mean = putSeasonBack(both, adjusted);
  const naive = seasonalNaive(values, season, horizon);
  const sigma = Math.sqrt(damped.sse / Math.max(1, damped.count - 3));
  const bound = (z: number) =>
    mean.map(
      (value, step) => value + z * (sigma * Math.sqrt(1 + 0.3 * step) + 0.1 * Math.abs(naive[step]! - value)),
    );
  return {
    mean,
    lower80: bound(-1.2816),
    upper80: bound(1.2816),
    lower95: bound(-1.96),
    upper95: bound(1.96),
  };
}

import { autoregression } from "./autoregression.ts";
import { dampedTrend } from "./damped-trend.ts";
import { fillGaps } from "./gaps.ts";
import { syntetosBoylan, teunterSyntetosBabai } from "./intermittent.ts";
import { type Adjusted, adjustSeason, putSeasonBack } from "./seasonal-adjust.ts";
import { seasonalNaive } from "./seasonal-naive.ts";
import { seasonalSmoothing } from "./seasonal-smoothing.ts";
import { theta } from "./theta.ts";

/** What a forecast may be combined from; the first is what the others are held against. */
export const REGULAR = [
  "seasonal naive",
  "damped trend",
  "theta",
  "damped season",
  "seasonal smoothing",
  "autoregression",
] as const;
export const INTERMITTENT = ["seasonal naive", "TSB", "SBA", "seasonal smoothing"] as const;

export type ModelName = (typeof REGULAR)[number] | (typeof INTERMITTENT)[number];

/** Beyond so many times the largest value ever known no model is followed. */
const FARTHEST = 10;

const indicesOf = ({ learnt, indices }: Adjusted) => (learnt ? indices : new Float64Array(1));

/**
 * Forecasts of each model named, in their order, from a past with at least one known value. Seasons are factors
 * where every value is positive, else amounts. What is no number or lies absurdly far is replaced by seasonal naive.
 */
export function forecastEach(
  names: readonly ModelName[],
  past: Float64Array,
  season: number,
  horizon: number,
): Float64Array[] {
  const positive = past.every((value) => !(value <= 0));
  const adjusted = adjustSeason(past, season, positive);
  const logs = positive ? past.map(Math.log) : past;
  const additive = positive ? adjustSeason(past, season, false) : adjusted;
  const onAdjusted = (model: (values: Float64Array, horizon: number) => Float64Array) =>
    putSeasonBack(model(adjusted.values, horizon), adjusted);
  const flat = (value: number) => new Float64Array(horizon).fill(value);
  const naive = seasonalNaive(past, season, horizon);
  const models: Readonly<Record<ModelName, () => Float64Array>> = {
    "seasonal naive": () => naive,
    "damped trend": () => onAdjusted(dampedTrend),
    theta: () => onAdjusted(theta),
    autoregression: () => onAdjusted((values, steps) => autoregression(fillGaps(values), steps)),
    "seasonal smoothing": () => seasonalSmoothing(past, indicesOf(additive), false, horizon),
    "damped season": () => {
      const indices = positive
        ? indicesOf(adjusted).map((index) => Math.log(index || 1))
        : indicesOf(adjusted);
      const found = seasonalSmoothing(logs, indices, true, horizon);
      return positive ? found.map(Math.exp) : found;
    },
    TSB: () => flat(teunterSyntetosBabai(past)),
    SBA: () => flat(syntetosBoylan(past)),
  };
  let farthest = 0;
  for (const value of past) if (Math.abs(value) > farthest) farthest = Math.abs(value);
  farthest *= FARTHEST;
  return names.map((name) => {
    const found = models[name]();
    return found.every((value) => Math.abs(value) <= farthest) ? found : naive;
  });
}

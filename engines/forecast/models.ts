import { autoregression } from "./autoregression.ts";
import { type Cycle, regularCycle } from "./cycle.ts";
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

/**
 * Forecasts of each model named, in their order, from a past with at least one known value. Seasons are factors
 * where every value is positive, else amounts. What is no number or lies absurdly far is replaced by seasonal naive.
 */
export function forecastEach(
  names: readonly ModelName[],
  past: Float64Array,
  cycle: Cycle,
  horizon: number,
): Float64Array[] {
  const positive = past.every((value) => !(value <= 0));
  const adjusted = adjustSeason(past, cycle, positive);
  const logs = positive ? past.map(Math.log) : past;
  const additive = positive ? adjustSeason(past, cycle, false) : adjusted;
  const onAdjusted = (model: (values: Float64Array, horizon: number) => Float64Array) =>
    putSeasonBack(model(adjusted.values, horizon), adjusted, cycle);
  const none = regularCycle(1, past.length + horizon);
  const smoothed = (values: Float64Array, { learnt }: Adjusted, indices: Float64Array, damped: boolean) =>
    seasonalSmoothing(values, learnt ? cycle : none, learnt ? indices : new Float64Array(1), damped, horizon);
  const flat = (value: number) => new Float64Array(horizon).fill(value);
  const naive = seasonalNaive(past, cycle, horizon);
  const models: Readonly<Record<ModelName, () => Float64Array>> = {
    "seasonal naive": () => naive,
    "damped trend": () => onAdjusted(dampedTrend),
    theta: () => onAdjusted(theta),
    autoregression: () => onAdjusted((values, steps) => autoregression(fillGaps(values), steps)),
    "seasonal smoothing": () => smoothed(past, additive, additive.indices, false),
    "damped season": () => {
      const indices = positive ? adjusted.indices.map(Math.log) : adjusted.indices;
      const found = smoothed(logs, adjusted, indices, true);
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

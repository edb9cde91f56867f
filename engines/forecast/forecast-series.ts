import { type Accuracy, measureAccuracy } from "./accuracy.ts";
import { backtest } from "./backtest.ts";
import { band } from "./band.ts";
import { regularCycle } from "./cycle.ts";
import { countKnown } from "./gaps.ts";
import { isIntermittent } from "./intermittent.ts";
import { missesOf } from "./misses.ts";
import { forecastEach, INTERMITTENT, type ModelName, REGULAR } from "./models.ts";
import type { NoteCode } from "./notes.ts";
import { adjustSeason } from "./seasonal-adjust.ts";
import { guess, nothingKnown, type Outlook, unmoved } from "./short-history.ts";
import { smoothingRate } from "./smoothing-rate.ts";
import { type Evidence, learnSpread } from "./spread.ts";
import { combine, weigh } from "./weights.ts";

export interface ForecastOptions {
  /** Steps a season has, 1 for none. */
  readonly season: number;
  /** Steps ahead, 1 or more. */
  readonly horizon: number;
  /** The values are counts or amounts that cannot be negative. */
  readonly nonNegative: boolean;
}

export interface SeriesForecast extends Outlook {
  /** The models and their weights, e.g. "theta 0.41, damped trend 0.35, seasonal naive 0.24". */
  readonly method: string;
  /** Null where the past is too short to be forecast from any point of it. */
  readonly accuracy: Accuracy | null;
  readonly notes: readonly NoteCode[];
}

/** Misses within this share of the values come from the arithmetic alone. */
const ROUNDING = 1e-12;
/** Weights below this are not told. */
const LEAST_TOLD = 0.005;

function describe(names: readonly ModelName[], weights: Float64Array): string {
  return names
    .map((name, at) => ({ name, weight: weights[at]! }))
    .filter(({ weight }) => weight >= LEAST_TOLD)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name, weight }) => `${name} ${weight.toFixed(2)}`)
    .join(", ");
}

/** The values from the first known one on, infinite ones missing, in units of the largest. */
function prepare(values: Float64Array): { past: Float64Array; unit: number } {
  const finite = values.map((value) => (Number.isFinite(value) ? value : Number.NaN));
  const found = finite.findIndex((value) => !Number.isNaN(value));
  const first = found < 0 ? finite.length : found;
  const known = finite.subarray(first);
  let unit = 0;
  for (const value of known) if (Math.abs(value) > unit) unit = Math.abs(value);
  return { past: unit > 0 ? known.map((value) => value / unit) : known, unit };
}

/**
 * Forecasts a series from its own past: models weighted by how they did from up to sixteen points of it, bands from
 * how far the combination missed there. Deterministic; every number is finite, whatever comes in.
 * @param values equally spaced, NaN where missing
 * @returns arrays of `horizon` entries with lower95 ≤ lower80 ≤ mean ≤ upper80 ≤ upper95
 */
export function forecastSeries(values: Float64Array, options: ForecastOptions): SeriesForecast {
  const { past, unit } = prepare(values);
  const { horizon, nonNegative } = options;
  const season = Math.max(1, Math.floor(options.season));
  const cycle = regularCycle(season, past.length + horizon);
  const known = countKnown(past);
  const notes: NoteCode[] = [];
  if (known === 0) return { ...nothingKnown(horizon), method: "none", accuracy: null, notes: ["NO_HISTORY"] };
  if (unit === 0) {
    return {
      ...unmoved(new Float64Array(horizon), known, nonNegative),
      method: "none",
      accuracy: null,
      notes: ["SILENT"],
    };
  }
  const adjusted = adjustSeason(
    past,
    cycle,
    past.every((value) => !(value <= 0)),
  );
  if (season > 1 && !adjusted.learnt) notes.push("NO_SEASON_LEARNT");
  const seldom = nonNegative && isIntermittent(past);
  if (seldom) notes.push("INTERMITTENT");
  const names: readonly ModelName[] = seldom ? INTERMITTENT : REGULAR;
  const found = backtest(names, past, cycle, horizon);
  const misses = missesOf(found, past, names.length, seldom);
  const bounded = { unit, nonNegative };
  if (misses.length === 0) {
    return {
      ...guess(past, horizon, bounded),
      method: "mean",
      accuracy: null,
      notes: [...notes, "TOO_SHORT"],
    };
  }
  const weights = weigh(found, past, past.length, names.length, seldom);
  const mean = combine(forecastEach(names, past, cycle, horizon), weights);
  const evidence: Evidence = {
    rows: found.origins.length,
    horizon,
    horizons: (past.length - found.origins[0]!) / horizon,
    rate: smoothingRate(adjusted.values),
    seldom,
  };
  if (evidence.horizons < 1) notes.push("SHORT_HISTORY");
  const spread = learnSpread(misses, evidence);
  const outlook = band(past, mean, spread, bounded);
  const constant = spread.half95 < ROUNDING;
  if (constant) notes.push("CONSTANT");
  return {
    ...(constant ? unmoved(outlook.mean, known, nonNegative) : outlook),
    method: describe(names, weights),
    accuracy: measureAccuracy(found, misses, past, season, evidence),
    notes,
  };
}

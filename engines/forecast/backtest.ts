import type { Cycle } from "./cycle.ts";
import { countKnown } from "./gaps.ts";
import { forecastEach, type ModelName } from "./models.ts";

/** Forecasts made anew at points of the past, each from what came before it alone. */
export interface Backtest {
  /** How many values were known at each origin, ascending. */
  readonly origins: readonly number[];
  /** One row an origin, one forecast a model; shorter near the end of the past. */
  readonly forecasts: readonly (readonly Float64Array[])[];
}

const MOST_ORIGINS = 16;
/** Horizons that the origins reach back. */
const REACH = 3;
const LEAST_REACH = 8;
const LEAST_PAST = 4;
const LEAST_KNOWN = 3;

/**
 * Where to forecast from: evenly from three horizons back up to the last value, where enough past is left: two
 * seasons, or three fifths of the series where it is short of them, and two fifths at least.
 */
export function chooseOrigins(length: number, season: number, horizon: number): number[] {
  const floor = Math.max(
    LEAST_PAST,
    Math.min(2 * season + 2, Math.floor(length * 0.6)),
    Math.floor(length * 0.4),
  );
  const reach = Math.min(length - floor, Math.max(REACH * horizon, horizon + LEAST_REACH));
  const count = Math.max(0, Math.min(MOST_ORIGINS, reach));
  return Array.from({ length: count }, (_, at) => length - reach + Math.floor((at * reach) / count));
}

/** Rolling-origin evaluation (Tashman 2000). */
export function backtest(
  names: readonly ModelName[],
  values: Float64Array,
  cycle: Cycle,
  horizon: number,
): Backtest {
  const origins = chooseOrigins(values.length, cycle.season, horizon).filter(
    (origin) => countKnown(values.subarray(0, origin)) >= LEAST_KNOWN,
  );
  return {
    origins,
    forecasts: origins.map((origin) =>
      forecastEach(names, values.subarray(0, origin), cycle, Math.min(horizon, values.length - origin)),
    ),
  };
}

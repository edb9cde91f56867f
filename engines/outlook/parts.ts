import type { DatasetKind } from "../../data/activity/metric.ts";
import { type Frame, type Grain, RULES } from "./frame.ts";
import { fadingSum } from "./steps.ts";

/** The states' forecasts of one dataset, from the end of the past or from a point of it. */
export interface Origin {
  /** The first step forecast: those before it were known. */
  readonly at: number;
  /** By state and step from `at` on. */
  readonly means: readonly Float64Array[];
  /** By state: the fading sum of its steps before `at`. */
  readonly sums: Float64Array;
}

/** The states' forecasts of a dataset. */
export interface StateOutlook {
  readonly frame: Frame;
  readonly present: Origin;
  /** From points of the past, the latest first. */
  readonly past: readonly Origin[];
  /** How each state's were made. */
  readonly methods: readonly string[];
}

/** What a place has of one state's counts of a dataset: itself, or, of the country, the whole state. */
export interface Part {
  readonly kind: DatasetKind;
  readonly state: number;
  /** The metric's counts of the frame's steps. */
  readonly series: Float64Array;
}

/**
 * The forecast of a part: the state's, times the part's share of what the state counted, by fading sums. Since these
 * are linear, forecasts of a state's parts add up to the state's, those of age bands to their dataset's, whatever the
 * parts.
 */
export function meanOfPart({ state, series }: Part, { at, means, sums }: Origin, grain: Grain): Float64Array {
  const all = sums[state]!;
  const share = all > 0 ? fadingSum(series, at, RULES[grain].halfLife) / all : 0;
  return means[state]!.map((mean) => mean * share);
}

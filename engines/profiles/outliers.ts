import { quantileSorted } from "simple-statistics";
import type { Words } from "../words.ts";
import { type Columns, completeRows } from "./columns.ts";
import { standardise } from "./standardise.ts";

/** Isolation scores above this stand apart: three pincodes in two hundred of the sample do. */
export const APART = 0.62;
/** Of a hundred places ninety-nine lie between these shares. */
const [LOWER, UPPER] = [0.005, 0.995];

/** A place whose scores together are like few others', and the feature that stands out most. */
export interface ProfileOutlier {
  /** Row of the place. */
  readonly place: number;
  /** Isolation score, 0..1. */
  readonly score: number;
  /** The feature's own value, its median over all places, and where ninety-nine in a hundred lie. */
  readonly observed: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly explanation: Words;
}

const shown = (value: number) => value.toFixed(0);

/**
 * Places that stand apart by all their features together, the farthest first, equals by row.
 * @param features one row a place, as the isolation forest was given them
 * @param apart isolation score of each place; NaN where it has none
 * @param names of the features
 */
export function profileOutliers(
  features: Columns,
  apart: Float64Array,
  names: readonly Words[],
): ProfileOutlier[] {
  const { columns } = standardise(features);
  const complete = completeRows(features);
  const sorted = features.map((column) => Array.from(complete, (row) => column[row]!).sort((a, b) => a - b));
  return Array.from(apart.keys())
    .filter((place) => apart[place]! > APART)
    .sort((a, b) => apart[b]! - apart[a]! || a - b)
    .map((place) => {
      const far = (at: number) => Math.abs(columns[at]![place]!);
      const most = features.reduce((best, _, at) => (far(at) > far(best) ? at : best), 0);
      const [observed, score] = [features[most]![place]!, apart[place]!];
      const [lower, expected, upper] = [LOWER, 0.5, UPPER].map((share) =>
        quantileSorted(sorted[most]!, share),
      ) as [number, number, number];
      const { EN, HI } = names[most]!;
      return {
        ...{ place, score, observed, expected, lower, upper },
        explanation: {
          EN: `the sector scores together are like few other pincodes' (isolation ${score.toFixed(2)} of 1); farthest from the others is ${EN}, ${shown(observed)} where the median is ${shown(expected)}.`,
          HI: `क्षेत्र-अंक मिलकर बहुत कम पिनकोडों जैसे हैं (पृथकता 1 में से ${score.toFixed(2)}); सबसे अलग ${HI} है: ${shown(observed)}, जबकि माध्यिका ${shown(expected)} है।`,
        },
      };
    });
}

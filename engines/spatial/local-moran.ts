import { Fault } from "../../data/fault.ts";
import { makeRandom } from "../../data/sample/random.ts";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg.ts";
import { twoSidedP } from "../statistics/normal-tail.ts";
import type { NeighbourMatrix } from "./neighbour-matrix.ts";

/** The place first, its neighbours second, each against the mean of all places. */
export const QUADRANTS = ["HIGH_HIGH", "LOW_LOW", "HIGH_LOW", "LOW_HIGH"] as const;
export type Quadrant = (typeof QUADRANTS)[number];

export interface MoranParameters {
  /** Draws of a conditional permutation test; 0 takes the normal approximation to it. */
  readonly permutations: number;
  /** Of the draws. */
  readonly seed: number;
}

export const MORAN_DEFAULTS: MoranParameters = { permutations: 0, seed: 1 };

/** All NaN (quadrant null) for a place without a value or without a neighbour that has one. */
export interface LocalMoran {
  /** I of each place: above 0 among its like, below 0 where it differs from its neighbours; the mean is Moran's I. */
  readonly statistic: Float64Array;
  /** Mean and variance of I were the others' values dealt out anew. */
  readonly expected: Float64Array;
  readonly variance: Float64Array;
  /** Two-sided p-value, and its q-value over all places. */
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly quadrant: readonly (Quadrant | null)[];
}

/** Deviations from the mean of the values there are, and the mean of their squares. */
function deviations(values: Float64Array): { z: Float64Array; square: number; known: Int32Array } {
  const known = Int32Array.from(values.keys()).filter((at) => !Number.isNaN(values[at]!));
  const mean = known.reduce((sum, at) => sum + values[at]!, 0) / known.length;
  const z = values.map((value) => value - mean);
  return { z, square: known.reduce((sum, at) => sum + z[at]! ** 2, 0) / known.length, known };
}

/** Draws `draws` × `count` different places out of the known ones, one draw after the other. */
function drawPlaces(known: Int32Array, draws: number, count: number, seed: number): Int32Array {
  const random = makeRandom(seed);
  const deck = known.slice();
  const drawn = new Int32Array(draws * count);
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < count; at++) {
      const from = at + random.below(deck.length - at);
      const place = deck[from]!;
      deck[from] = deck[at]!;
      deck[at] = place;
      drawn[draw * count + at] = place;
    }
  }
  return drawn;
}

/**
 * Anselin's local Moran (1995), "Local indicators of spatial association": I = z / m2 · mean of the neighbours' z,
 * z the deviation from the mean and m2 the mean of z².
 *
 * p-values are of the conditional permutation: the place keeps its value, its k neighbours get others' at random
 * without replacement. The mean, −z² / (m2·(n − 1)), and the variance of that are exact; p takes the normal
 * distribution around them or counts draws, (extreme + 1) / (draws + 1) on the smaller side, doubled. Draws reach
 * no p below 2 / (draws + 1), too coarse for the q-values of 19,000 places; the normal approximation needs values
 * without a heavy tail: logarithms or ranks of counts, not counts.
 * @param values NaN where a place has none
 */
export function localMoran(
  values: Float64Array,
  { count, rows }: NeighbourMatrix,
  parameters: Partial<MoranParameters> = {},
): LocalMoran {
  const { permutations, seed } = { ...MORAN_DEFAULTS, ...parameters };
  if (!Number.isInteger(permutations) || permutations < 0)
    throw new Fault("BAD_USER_INPUT", `Permutations are a whole number from 0 on; not ${permutations}.`);
  const { z, square, known } = deviations(values);
  const n = known.length;
  const column = () => new Float64Array(values.length).fill(Number.NaN);
  const found = { statistic: column(), expected: column(), variance: column(), p: column() };
  const quadrant = new Array<Quadrant | null>(values.length).fill(null);
  const drawn = n > count ? drawPlaces(known, permutations, count + 1, seed) : null;

  /** Mean of the first `wanted` places of a draw other than this one. */
  function lagOfDraw(draw: number, place: number, wanted: number): number {
    let [sum, taken] = [0, 0];
    for (let at = draw * (count + 1); taken < wanted; at++) {
      if (drawn![at] === place) continue;
      sum += z[drawn![at]!]!;
      taken++;
    }
    return sum / wanted;
  }

  function pseudoP(place: number, wanted: number, lag: number): number {
    let [above, below] = [0, 0];
    for (let draw = 0; draw < permutations; draw++) {
      const other = lagOfDraw(draw, place, wanted);
      if (other >= lag) above++;
      if (other <= lag) below++;
    }
    return Math.min((2 * (Math.min(above, below) + 1)) / (permutations + 1), 1);
  }

  for (const place of known) {
    const near = rows
      .subarray(place * count, (place + 1) * count)
      .filter((other) => other >= 0 && !Number.isNaN(z[other]!));
    if (near.length === 0 || square === 0) continue;
    const own = z[place]!;
    const lag = near.reduce((sum, other) => sum + z[other]!, 0) / near.length;
    const mean = -own / (n - 1);
    // The others' variance, then that of a mean of some of them drawn without replacement.
    const spread = (n * square - own * own) / (n - 1) - mean * mean;
    const ofLag = n > 2 ? (spread / near.length) * ((n - 1 - near.length) / (n - 2)) : 0;
    found.statistic[place] = (own / square) * lag;
    found.expected[place] = (own / square) * mean;
    found.variance[place] = (own / square) ** 2 * ofLag;
    if (permutations > 0 && drawn !== null) found.p[place] = pseudoP(place, near.length, lag);
    else found.p[place] = ofLag > 0 ? twoSidedP((lag - mean) / Math.sqrt(ofLag)) : 1;
    quadrant[place] = own >= 0 ? (lag >= 0 ? "HIGH_HIGH" : "HIGH_LOW") : lag >= 0 ? "LOW_HIGH" : "LOW_LOW";
  }
  return { ...found, q: benjaminiHochberg(found.p), quadrant };
}

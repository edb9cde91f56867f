import { shiftEvidence } from "./cusum.ts";
import type { SurveillanceParameters } from "./parameters.ts";

const LEAST_ODDS = -8;
const TINY = 1e-300;
/** exp of more than this, up or down, would not keep within a number in sums and products. */
const MOST_EVIDENCE = 300;

/**
 * What the days so far say of today: a hidden Markov model of normal days, spikes (short), outbreaks (long) and
 * falls, filtered forwards (Le Strat & Carrat 1999; Rabiner 1989). Abnormal days are thought to lie one of several
 * excesses above, in standard deviations of the normal ones; within an event the excess may change.
 * `state` holds the probabilities of: normal; spike by excess; outbreak by excess; fall.
 */
export interface Evidence {
  readonly state: Float64Array;
  readonly next: Float64Array;
  readonly ratios: Float64Array;
  readonly p: SurveillanceParameters;
  /** Scores of the last day, upwards and downwards: evidence of that day and of the days up to it, in nats. */
  up: number;
  down: number;
}

export function createEvidence(p: SurveillanceParameters): Evidence {
  const states = 2 * p.excesses.length + 2;
  const evidence = {
    state: new Float64Array(states),
    next: new Float64Array(states),
    ratios: new Float64Array(p.excesses.length),
    p,
    up: 0,
    down: 0,
  };
  forgetEvidence(evidence);
  return evidence;
}

/** All is normal again. */
export function forgetEvidence({ state }: Evidence): void {
  state.fill(0);
  state[0] = 1;
}

export const normality = ({ state }: Evidence): number => state[0]!;
export const falling = ({ state }: Evidence): number => state[state.length - 1]!;

const odds = (yes: number, no: number): number =>
  Math.max(LEAST_ODDS, Math.log(yes + TINY) - Math.log(no + TINY));

function likelihood(count: number, expected: number, mean: number, size: number): number {
  const evidence = shiftEvidence(count, expected, mean, size);
  return Math.exp(Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, evidence)));
}

/** Takes a day in. `size` is that of the day's negative binomial around `expected`. */
export function weighDay(evidence: Evidence, count: number, expected: number, size: number): void {
  const { state, next, ratios, p } = evidence;
  const kinds = ratios.length;
  const deviation = Math.sqrt(expected + (expected * expected) / size);
  let [spike, outbreak, today] = [0, 0, 0];
  for (let k = 0; k < kinds; k++) {
    ratios[k] = likelihood(count, expected, expected + p.excesses[k]! * deviation, size);
    today += ratios[k]!;
    spike += state[1 + k]!;
    outbreak += state[1 + kinds + k]!;
  }
  const fallen = Math.max(expected / 2, expected - 3 * deviation);
  const fallRatio = likelihood(count, expected, fallen, size);
  const [normal, fall] = [state[0]!, state[2 * kinds + 1]!];
  next[0] =
    normal * (1 - p.spikeStarts - p.outbreakStarts - p.fallStarts) +
    spike * (1 - p.spikeStays) +
    outbreak * (1 - p.outbreakStays) +
    fall * (1 - p.fallStays);
  next[2 * kinds + 1] = (normal * p.fallStarts + fall * p.fallStays) * fallRatio;
  let up = 0;
  for (let k = 0; k < kinds; k++) {
    const carried = p.spikeStays * (state[1 + k]! / 2 + spike / (2 * kinds));
    const lasting = p.outbreakStays * (state[1 + kinds + k]! / 2 + outbreak / (2 * kinds));
    next[1 + k] = ((normal * p.spikeStarts) / kinds + carried) * ratios[k]!;
    next[1 + kinds + k] = ((normal * p.outbreakStarts) / kinds + lasting) * ratios[k]!;
    up += next[1 + k]! + next[1 + kinds + k]!;
  }
  const down = next[2 * kinds + 1]!;
  const all = next[0]! + up + down;
  const share = p.memoryOfScore;
  evidence.up = share * odds(up, next[0]! + down) + (1 - share) * Math.log(today / kinds);
  evidence.down = share * odds(down, next[0]! + up) + (1 - share) * Math.log(fallRatio);
  for (let k = 0; k < state.length; k++) state[k] = next[k]! / all;
}

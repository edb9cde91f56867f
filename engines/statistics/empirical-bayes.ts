import { Fault } from "../../data/fault.ts";

function check(events: Float64Array, exposure: Float64Array): void {
  if (events.length === exposure.length) return;
  const lengths = `${events.length} and ${exposure.length}`;
  throw new Fault("BAD_USER_INPUT", `Events and exposure must be of one length; they are of ${lengths}.`);
}

/** The rate all places have together and how much the true rates vary between places, by moments. */
interface Prior {
  readonly mean: number;
  readonly variance: number;
}

function priorOf(events: Float64Array, exposure: Float64Array, places: Iterable<number>): Prior {
  const known = [...places].filter((at) => exposure[at]! > 0 && Number.isFinite(events[at]! + exposure[at]!));
  let [allEvents, allExposure, squares] = [0, 0, 0];
  for (const at of known) {
    allEvents += events[at]!;
    allExposure += exposure[at]!;
  }
  const mean = allEvents / allExposure;
  for (const at of known) squares += exposure[at]! * (events[at]! / exposure[at]! - mean) ** 2;
  const variance = squares / allExposure - (mean * known.length) / allExposure;
  return { mean, variance: Math.max(variance, 0) };
}

function shrink(events: number, exposure: number, { mean, variance }: Prior): number {
  if (!Number.isFinite(events + exposure)) return Number.NaN;
  if (exposure <= 0) return mean;
  const trust = variance / (variance + mean / exposure);
  return mean + (Number.isFinite(trust) ? trust : 0) * (events / exposure - mean);
}

/**
 * Rates drawn towards the rate of all places together, the more the less exposure a place has: the global
 * empirical Bayes estimator of Marshall (1991), "Mapping disease and mortality rates using empirical Bayes
 * estimators", Applied Statistics 40. Events are taken as Poisson around rate times exposure. Between the place's
 * own rate and the common one; the common one where there is no exposure; NaN where a count is NaN.
 * @param events counts from 0 on, aligned with `exposure`
 */
export function shrunkRates(events: Float64Array, exposure: Float64Array): Float64Array {
  check(events, exposure);
  const prior = priorOf(events, exposure, events.keys());
  return events.map((count, at) => shrink(count, exposure[at]!, prior));
}

/**
 * The same towards the rate of the place and its neighbours (Marshall's local estimator), which keeps regional
 * differences. Without a neighbour with counts a place's own rate stays.
 * @param neighbours `count` rows of each place one after the other, −1 where it has fewer
 */
export function locallyShrunkRates(
  events: Float64Array,
  exposure: Float64Array,
  neighbours: Int32Array,
  count: number,
): Float64Array {
  check(events, exposure);
  return events.map((own, at) => {
    const around = neighbours.subarray(at * count, (at + 1) * count).filter((one) => one >= 0);
    return shrink(own, exposure[at]!, priorOf(events, exposure, [at, ...around]));
  });
}

/** One step of Page's (1954) cumulative sum: what speaks for a shift adds up, and never falls below nothing. */
export const cusumStep = (sum: number, evidence: number): number => {
  const next = sum + evidence;
  return next > 0 ? next : 0;
};

/** Report days that an alarm stands before its sum starts anew. */
const ALARM_DAYS = 7;

/** A sum that starts anew a week after its alarm: what has been said is said, and a later shift shows again. */
export interface Cusum {
  sum: number;
  alarmDays: number;
}

export const createCusum = (): Cusum => ({ sum: 0, alarmDays: 0 });

export function restartCusum(cusum: Cusum): void {
  cusum.sum = 0;
  cusum.alarmDays = 0;
}

/** @param limit the sum from which on there is an alarm */
export function stepCusum(cusum: Cusum, evidence: number, limit: number): number {
  if (cusum.alarmDays >= ALARM_DAYS) restartCusum(cusum);
  cusum.sum = cusumStep(cusum.sum, evidence);
  cusum.alarmDays = cusum.sum >= limit || cusum.alarmDays > 0 ? cusum.alarmDays + 1 : 0;
  return cusum.sum;
}

/**
 * ln of how much likelier a count is where the expectation is `mean` than where it is `expected`, both
 * negative binomial of one size (the NB-CUSUM's evidence: Höhle & Paul 2008, eq. 8, with a known shift).
 */
export const shiftEvidence = (count: number, expected: number, mean: number, size: number): number =>
  count * Math.log(mean / expected) - (count + size) * Math.log((size + mean) / (size + expected));

/**
 * The chance that a CUSUM of log-likelihood ratios stands this high on a normal day is at most
 * exp(-sum): the run length between false alarms at a limit h is at least exp(h) (Lorden 1971).
 */
export const cusumProbability = (sum: number): number => Math.exp(-sum);

const RATES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3];

/** Squared one-step errors and the flat forecast that the last value leaves behind. */
interface Fit {
  readonly error: number;
  readonly forecast: number;
}

const best = (fits: readonly Fit[]): number =>
  fits.reduce((least, fit) => (fit.error < least.error ? fit : least)).forecast;

/** Mean of the positive counts and their share of the known ones: where both methods start. */
function startOf(counts: Float64Array): { size: number; share: number } {
  let [sum, positive, known] = [0, 0, 0];
  for (const count of counts) {
    if (Number.isNaN(count)) continue;
    known++;
    if (count > 0) positive++;
    sum += count;
  }
  return { size: positive ? sum / positive : 0, share: known ? positive / known : 0 };
}

/**
 * Teunter, Syntetos & Babai (2011): how likely a step has any count, and how large it is then, each smoothed; the
 * chance at every step, so that a place that falls silent fades.
 *   p ← p + beta ([y > 0] − p);   z ← z + alpha (y − z) where y > 0;   forecast p z
 * Rates from a grid by squared one-step errors. Missing steps are passed over.
 */
export function teunterSyntetosBabai(counts: Float64Array): number {
  const start = startOf(counts);
  const fit = (alpha: number, beta: number): Fit => {
    let { size, share } = start;
    let error = 0;
    for (const count of counts) {
      if (Number.isNaN(count)) continue;
      error += (count - share * size) ** 2;
      share += beta * ((count > 0 ? 1 : 0) - share);
      if (count > 0) size += alpha * (count - size);
    }
    return { error, forecast: share * size };
  };
  return best(RATES.flatMap((alpha) => RATES.map((beta) => fit(alpha, beta))));
}

/**
 * Syntetos & Boylan (2005): Croston's size z over gap x, each smoothed at steps with a count, less its bias:
 *   forecast (1 − alpha/2) z / x
 * One rate for both, from a grid by squared one-step errors. Missing steps are passed over.
 */
export function syntetosBoylan(counts: Float64Array): number {
  const start = startOf(counts);
  if (start.share === 0) return 0;
  const fit = (alpha: number): Fit => {
    let [size, gap, since, error] = [start.size, 1 / start.share, 0, 0];
    const forecast = () => ((1 - alpha / 2) * size) / gap;
    for (const count of counts) {
      if (Number.isNaN(count)) continue;
      error += (count - forecast()) ** 2;
      since++;
      if (count <= 0) continue;
      size += alpha * (count - size);
      gap += alpha * (since - gap);
      since = 0;
    }
    return { error, forecast: forecast() };
  };
  return best(RATES.map(fit));
}

/** Mean gap between counts from which on demand is called intermittent (Syntetos, Boylan & Croston 2005). */
const INTERMITTENT_FROM = 1.32;

/** Whether counts come so seldom that the intermittent methods apply. */
export function isIntermittent(counts: Float64Array): boolean {
  for (const count of counts) if (count < 0) return false;
  return startOf(counts).share * INTERMITTENT_FROM < 1;
}

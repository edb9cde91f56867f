/** Lags at most; a lag more needs four values more. */
const LAGS = 4;

/**
 * An autoregression of the changes from step to step, with drift: ARIMA(p, 1, 0), p of 0..4 by the corrected Akaike
 * criterion, its coefficients by the recursion of Levinson and Durbin (Brockwell & Davis 1991, 5.2), which keeps
 * them stationary, so that the forecast ends in a straight line.
 * @param values without season and gaps
 */
export function autoregression(values: Float64Array, horizon: number): Float64Array {
  const size = values.length - 1;
  const last = values[size]!;
  if (size < 1) return new Float64Array(horizon).fill(last);
  const drift = (last - values[0]!) / size;
  const changes = Array.from({ length: size }, (_, at) => values[at + 1]! - values[at]! - drift);
  const best = chooseLags(changes);
  let level = last;
  return Float64Array.from({ length: horizon }, () => {
    let change = 0;
    for (let lag = 0; lag < best.length; lag++) change += best[lag]! * (changes.at(-1 - lag) ?? 0);
    changes.push(change);
    level += change + drift;
    return level;
  });
}

function chooseLags(changes: readonly number[]): readonly number[] {
  const size = changes.length;
  const covariance = (lag: number) => {
    let sum = 0;
    for (let at = lag; at < size; at++) sum += changes[at]! * changes[at - lag]!;
    return sum / size;
  };
  let variance = covariance(0);
  let lags: number[] = [];
  let best: readonly number[] = lags;
  if (!(variance > 0)) return best;
  let least = size * Math.log(variance);
  for (let p = 1; p <= Math.min(LAGS, Math.floor(size / 4)); p++) {
    let rest = covariance(p);
    for (let lag = 1; lag < p; lag++) rest -= lags[lag - 1]! * covariance(p - lag);
    const reflection = rest / variance;
    lags = [...lags.map((value, at) => value - reflection * lags[p - 2 - at]!), reflection];
    variance *= 1 - reflection * reflection;
    if (!(variance > 0)) break;
    const criterion = size * Math.log(variance) + (2 * p * size) / (size - p - 2);
    if (criterion < least) {
      least = criterion;
      best = lags;
    }
  }
  return best;
}

/** A straight line through the first known values: its height just before them, its slope a step, and their spread. */
export interface StartLine {
  readonly level: number;
  readonly slope: number;
  /** Mean of the first values, for a start without slope. */
  readonly mean: number;
  /** Mean distance of the first values to their mean; never 0. */
  readonly spread: number;
}

/** Least squares through the first `count` known values, from which smoothing starts its search. */
export function startLine(values: Float64Array, count: number): StartLine {
  let [known, sumT, sumY, sumTT, sumTY] = [0, 0, 0, 0, 0];
  let end = 0;
  for (; end < values.length && known < count; end++) {
    const value = values[end]!;
    if (Number.isNaN(value)) continue;
    known++;
    sumT += end + 1;
    sumY += value;
    sumTT += (end + 1) ** 2;
    sumTY += (end + 1) * value;
  }
  const mean = sumY / known;
  const over = sumTT - (sumT * sumT) / known;
  const slope = over > 0 ? (sumTY - sumT * mean) / over : 0;
  let spread = 0;
  for (let at = 0; at < end; at++) {
    if (!Number.isNaN(values[at]!)) spread += Math.abs(values[at]! - mean) / known;
  }
  return { level: mean - (slope * sumT) / known, slope, mean, spread: spread || Math.abs(mean) / 10 || 1 };
}

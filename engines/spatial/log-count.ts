/**
 * ln(x + ½) of a count: places differ by factors, not by sums, so that heavy tails are drawn in and a deviation is a
 * ratio. A Poisson count has a standard deviation of about 1 / √(mean + ½) there. NaN stays NaN.
 */
export const logCount = (count: number): number => Math.log(count + 0.5);

/** The count that a logarithm stands for, 0 or more. */
export const countOfLog = (value: number): number => Math.max(Math.exp(value) - 0.5, 0);

/** Standard deviation that Poisson chance alone gives the logarithm of a count expected at this one. */
export const poissonDeviation = (centre: number): number => Math.exp(-centre / 2);

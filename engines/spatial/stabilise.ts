/**
 * Anscombe's transform of counts, 2·√(x + 3/8): a Poisson count has standard deviation 1 there whatever its mean,
 * and a heavy tail is drawn in. Anscombe (1948), Biometrika 35. NaN stays NaN.
 */
export const stabilise = (count: number): number => 2 * Math.sqrt(count + 3 / 8);

/** The count that a stabilised value stands for, 0 or more. */
export const destabilise = (value: number): number => Math.max((Math.max(value, 0) / 2) ** 2 - 3 / 8, 0);

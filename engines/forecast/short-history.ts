import { type Bounded, band } from "./band.ts";

/** A forecast and its bands, one entry a step ahead. */
export interface Outlook {
  readonly mean: Float64Array;
  readonly lower80: Float64Array;
  readonly upper80: Float64Array;
  readonly lower95: Float64Array;
  readonly upper95: Float64Array;
}

const flat = (horizon: number, value: number) => new Float64Array(horizon).fill(value);

/** Zeros that mean nothing, where nothing is known: the caller says so, or takes the parent place's. */
export const nothingKnown = (horizon: number): Outlook => ({
  mean: flat(horizon, 0),
  lower80: flat(horizon, 0),
  upper80: flat(horizon, 0),
  lower95: flat(horizon, 0),
  upper95: flat(horizon, 0),
});

/**
 * A forecast that every known value agreed with, such as zero after nothing but zeros: away from it up to the rate at
 * which so many values still come without a change, with a chance of 20 or 5 in a hundred (−ln a / n; for 5 the rule
 * of three, Hanley & Lippman-Hand 1983), in counts a step.
 */
export function unmoved(mean: Float64Array, known: number, nonNegative: boolean): Outlook {
  const by = (half: number) => mean.map((value) => (nonNegative ? Math.max(0, value + half) : value + half));
  const [half80, half95] = [-Math.log(0.2) / known, -Math.log(0.05) / known];
  return { mean, lower80: by(-half80), upper80: by(half80), lower95: by(-half95), upper95: by(half95) };
}

/** A value known once or twice may be off by itself (80 of 100) or by twice itself (95): an assumption, not a measure. */
const HALF_80 = 1;
const HALF_95 = 2;

/** The mean of the few values known, with bands assumed as wide as it is and growing as a random walk's do. */
export function guess(past: Float64Array, horizon: number, bounded: Bounded): Outlook {
  const known = past.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return band(past, flat(horizon, mean), { growth: 0.5, half80: HALF_80, half95: HALF_95 }, bounded);
}

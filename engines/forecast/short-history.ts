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
 * After `known` zeros and nothing else: zero, and up to the rate at which so many zeros still come with a chance of
 * 20 or 5 in a hundred (−ln a / n; for 5 the rule of three, Hanley & Lippman-Hand 1983), in counts a step.
 */
export function silence(known: number, horizon: number, nonNegative: boolean): Outlook {
  const [upper80, upper95] = [-Math.log(0.2) / known, -Math.log(0.05) / known];
  const below = nonNegative ? 0 : -1;
  return {
    mean: flat(horizon, 0),
    lower80: flat(horizon, below * upper80),
    upper80: flat(horizon, upper80),
    lower95: flat(horizon, below * upper95),
    upper95: flat(horizon, upper95),
  };
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

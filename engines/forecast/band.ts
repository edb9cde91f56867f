import type { Outlook } from "./short-history.ts";
import type { Spread } from "./spread.ts";

/** How a band is brought back to the units of the caller. */
export interface Bounded {
  readonly unit: number;
  readonly nonNegative: boolean;
}

/** Mean distance from 0 of the known values. */
export function sizeOf(values: Float64Array): number {
  let [sum, known] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += Math.abs(value);
    known++;
  }
  return known ? sum / known : 0;
}

/** What the error of a forecast is measured in: errors grow with the level, though not all of them. */
export const scaleOf = (size: number, forecast: number): number => (size + Math.abs(forecast)) / 2 || 1;

const finite = (value: number) => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));

/** The forecast with its bands, both cut at 0 where values cannot be negative. */
export function band(
  past: Float64Array,
  mean: Float64Array,
  spread: Spread,
  { unit, nonNegative }: Bounded,
): Outlook {
  const size = sizeOf(past);
  const at = (half: number) =>
    mean.map((value, step) => {
      const bound = finite((value + half * (step + 1) ** spread.growth * scaleOf(size, value)) * unit);
      return nonNegative && bound < 0 ? 0 : bound;
    });
  return {
    mean: at(0),
    lower80: at(-spread.half80),
    upper80: at(spread.half80),
    lower95: at(-spread.half95),
    upper95: at(spread.half95),
  };
}

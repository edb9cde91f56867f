import type { Words } from "../words.ts";

/** What was found of a place beside other places. */
export interface SpatialFinding {
  /** Row of the place. */
  readonly place: number;
  readonly kind: "SPATIAL_OUTLIER" | "GHOST_POPULATION" | "MASS_MOVEMENT";
  /** Persons counted in reports. */
  readonly observed: number;
  /** Persons that the comparison leads to expect, and the bounds outside of which the count is remarkable. */
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** Robust deviations, or for a mass movement the observed count over the threshold. */
  readonly score: number;
  /** Null where the rule is a threshold and no test. */
  readonly pValue: number | null;
  readonly qValue: number | null;
  readonly explanation: Words;
}

const grouped = new Intl.NumberFormat("en-IN", { maximumFractionDigits: 0 });

/** A count with lakh grouping. */
export const count = (value: number): string => grouped.format(value);

export const deviation = (z: number): string => Math.abs(z).toFixed(1);

/** A p or q value short enough to read: two significant digits, powers of ten where it is small. */
export function probability(value: number): string {
  return value < 0.001 ? value.toExponential(1) : String(Number(value.toPrecision(2)));
}

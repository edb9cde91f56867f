import { Fault } from "../../data/fault.ts";
import type { AgeGroup } from "./ages.ts";
import { apportion } from "./apportion.ts";
import type { ProjectionYear, StateProjection } from "./project.ts";
import { checkRange } from "./resolve.ts";

/** A district of the state and its activity counted so far, or any other sign of how many live there, not negative. */
export interface DistrictWeight {
  readonly code: string;
  readonly weight: number;
}

export interface DistrictProjection {
  /** IN-XX/slug. */
  readonly code: string;
  /** Share of the state's people, 0 to 1. */
  readonly share: number;
  readonly base: ProjectionYear;
  readonly years: readonly ProjectionYear[];
}

/** Weight of equal shares against the activity's: activity follows people, and campaigns and offices too. */
export const DEFAULT_SHRINKAGE = 0.3;

/**
 * The districts' shares of their state's people: (1 - shrinkage) · weight / all weights + shrinkage / districts.
 * Equal where all weights are 0.
 * @param shrinkage 0 (weights alone) to 1 (equal shares)
 * @throws Fault BAD_USER_INPUT for no district, a negative weight or a shrinkage out of range
 */
export function districtShares(
  districts: readonly DistrictWeight[],
  shrinkage = DEFAULT_SHRINKAGE,
): number[] {
  checkRange("shrinkage", shrinkage, 0, 1, "share");
  if (districts.length === 0) throw new Fault("BAD_USER_INPUT", "Give at least one district.");
  for (const { code, weight } of districts)
    checkRange(`weight of ${code}`, weight, 0, Number.MAX_SAFE_INTEGER, "any");
  const all = districts.reduce((sum, { weight }) => sum + weight, 0);
  const equal = 1 / districts.length;
  return districts.map(({ weight }) =>
    all === 0 ? equal : ((1 - shrinkage) * weight) / all + shrinkage * equal,
  );
}

const GROUPS: readonly AgeGroup[] = ["ages0To4", "ages5To17", "ages18To59", "ages60Plus"];

function splitYear(
  whole: ProjectionYear,
  shares: readonly number[],
  before: readonly ProjectionYear[] | null,
) {
  const groups = GROUPS.map((group) => apportion(whole.groups[group], shares));
  const [turning5, turning15] = [apportion(whole.turning5, shares), apportion(whole.turning15, shares)];
  const births = whole.births === null ? null : apportion(whole.births, shares);
  const deaths = whole.deaths === null ? null : apportion(whole.deaths, shares);
  return shares.map((_, index): ProjectionYear => {
    const [ages0To4, ages5To17, ages18To59, ages60Plus] = groups.map((group) => group[index]!) as [
      number,
      number,
      number,
      number,
    ];
    const population = ages0To4 + ages5To17 + ages18To59 + ages60Plus;
    const [born, died, start] = [births?.[index], deaths?.[index], before?.[index]?.population];
    const closed = born !== undefined && died !== undefined && start !== undefined;
    return {
      year: whole.year,
      population,
      groups: { ages0To4, ages5To17, ages18To59, ages60Plus },
      turning5: turning5[index]!,
      turning15: turning15[index]!,
      births: born ?? null,
      deaths: died ?? null,
      migration: closed ? population - start - born + died : null,
    };
  });
}

/**
 * A state's projection shared out to its districts, which keep their shares throughout and have the state's age
 * structure. Every figure is whole, adds up to the state's to the person, and closes within the district: what
 * rounding leaves, a few persons, is in the migration.
 */
export function shareOut(
  state: StateProjection,
  districts: readonly DistrictWeight[],
  shrinkage = DEFAULT_SHRINKAGE,
): DistrictProjection[] {
  const shares = districtShares(districts, shrinkage);
  const base = splitYear(state.base, shares, null);
  const years: ProjectionYear[][] = [];
  for (const year of state.years) years.push(splitYear(year, shares, years.at(-1) ?? base));
  return districts.map(({ code }, index) => ({
    code,
    share: shares[index]!,
    base: base[index]!,
    years: years.map((year) => year[index]!),
  }));
}

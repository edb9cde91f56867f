import { monotone } from "./monotone.ts";

/** Single years of age held apart: 0, 1, … 99, and 100 for all who are older. */
export const AGES = 101;

/** Ages of the groups that answers carry: first and last completed year of age, both included. */
export const AGE_GROUPS = {
  ages0To4: [0, 4],
  ages5To17: [5, 17],
  ages18To59: [18, 59],
  ages60Plus: [60, 100],
} as const;

export type AgeGroup = keyof typeof AGE_GROUPS;

/** Persons of these ages, first and last completed year included. */
export function between(ages: ArrayLike<number>, first: number, last: number): number {
  let sum = 0;
  for (let age = first; age <= last; age++) sum += ages[age]!;
  return sum;
}

/** Persons by age group out of persons by single year of age; the four add up to all of them. */
export function grouped(ages: ArrayLike<number>): Record<AgeGroup, number> {
  const of = (group: AgeGroup) => {
    const [first, last] = AGE_GROUPS[group];
    return between(ages, first, last);
  };
  return {
    ages0To4: of("ages0To4"),
    ages5To17: of("ages5To17"),
    ages18To59: of("ages18To59"),
    ages60Plus: of("ages60Plus"),
  };
}

const OPEN_BAND = 80;

/**
 * Single years of age out of sixteen five-year bands 0-4 … 75-79 and one of 80 and over: a monotone cubic through
 * the cumulative counts, so that every band keeps its sum and no age is negative. The open band is spread over
 * the ages 80 to 100 as `survivors` (persons alive at each exact age, any scale) are.
 */
export function graduate(bands: readonly number[], survivors: ArrayLike<number>): Float64Array {
  const knots = Array.from({ length: bands.length }, (_, index) => index * 5);
  const cumulative = [0];
  for (const band of bands.slice(0, -1)) cumulative.push(cumulative.at(-1)! + band);
  const upTo = monotone(knots, cumulative);
  const ages = new Float64Array(AGES);
  for (let age = 0; age < OPEN_BAND; age++) ages[age] = Math.max(0, upTo(age + 1) - upTo(age));
  const old = between(survivors, OPEN_BAND, AGES - 1);
  for (let age = OPEN_BAND; age < AGES; age++) ages[age] = (bands.at(-1)! * survivors[age]!) / old;
  return ages;
}

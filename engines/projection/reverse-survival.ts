import { between } from "./ages.ts";
import { CENSUS_YEAR } from "./facts.ts";
import { lifeTable, type Mortality } from "./life-table.ts";

/** The children whose births are looked back to: the best counted in the census, where younger ones are missed. */
export const [YOUNGEST, OLDEST] = [10, 14];
/** Middle of the years in which they were born. */
export const BIRTH_YEAR = CENSUS_YEAR - (YOUNGEST + OLDEST + 1) / 2;

/** Births a year, and the births that one child per woman would have been, about BIRTH_YEAR. */
export interface PastBirths {
  readonly births: number;
  readonly perChild: number;
}

/**
 * Reverse survival (Manual X of the United Nations, 1983, chapter VIII): children counted at a census are brought
 * back to life with a life table, women are brought back to the time of those births, and a fertility schedule says
 * how many births one child per woman would have given. Their quotient is the children per woman of that time.
 * @param female women and girls by single year of age at the census, and `male` likewise
 * @param mortality what children and women lived under since
 * @param schedule births per woman by age for one child per woman in all
 */
export function reverseSurvive(
  female: Float64Array,
  male: Float64Array,
  mortality: Mortality,
  schedule: Float64Array,
): PastBirths {
  const [women, men] = [lifeTable(mortality, "FEMALE"), lifeTable(mortality, "MALE")];
  const born = (ages: Float64Array, lived: Float64Array) =>
    between(
      ages.map((persons, age) => persons / lived[age]!),
      YOUNGEST,
      OLDEST,
    ) /
    (OLDEST - YOUNGEST + 1);
  const births = born(female, women.lived) + born(male, men.lived);
  const years = Math.floor(CENSUS_YEAR - BIRTH_YEAR);
  let perChild = 0;
  for (let age = 0; age + years + 1 < female.length; age++) {
    const back = (at: number) => (female[at]! * women.lived[age]!) / women.lived[at]!;
    perChild += (schedule[age]! * (back(age + years) + back(age + years + 1))) / 2;
  }
  return { births, perChild };
}

import { AGES } from "./ages.ts";

const [YOUNGEST, OLDEST] = [15, 50];
/** Standard deviation of a mother's age at a birth, years: about that of the Sample Registration System's rates. */
const SPREAD = 5.5;

/**
 * A year's births per woman by single year of age, for one child per woman in all: a beta curve over the ages
 * 15 to 49 with this mean (years) and a standard deviation of 5.5.
 */
export function fertilitySchedule(meanAge: number): Float64Array {
  const span = OLDEST - YOUNGEST;
  const mean = (meanAge - YOUNGEST) / span;
  const weight = (mean * (1 - mean)) / (SPREAD / span) ** 2 - 1;
  const schedule = new Float64Array(AGES);
  let sum = 0;
  for (let age = YOUNGEST; age < OLDEST; age++) {
    const at = (age + 0.5 - YOUNGEST) / span;
    schedule[age] = at ** (mean * weight - 1) * (1 - at) ** ((1 - mean) * weight - 1);
    sum += schedule[age]!;
  }
  return schedule.map((rate) => rate / sum);
}

/**
 * How readily people of each single age move, any scale: the seven-parameter curve of Rogers and Castro (Model
 * Migration Schedules, 1981) with their fundamental parameters. Children move with parents, most in the twenties.
 */
export const MIGRATION_SCHEDULE: Float64Array = Float64Array.from({ length: AGES }, (_, age) => {
  const child = 0.02 * Math.exp(-0.1 * age);
  const worker = 0.06 * Math.exp(-0.1 * (age - 20) - Math.exp(-0.4 * (age - 20)));
  return child + worker + 0.003;
});

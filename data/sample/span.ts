import { type Day, formatDay } from "../activity/day.ts";
import type { DayRange } from "../activity/store.ts";
import { reportMonths } from "./calendar.ts";
import { HOLIDAYS, PROFILES } from "./profile.ts";
import type { Random } from "./random.ts";
import { datasetsOf, type Recipe } from "./recipes.ts";

/** Share of the daily reports that pass before anything is planted: a detector needs a past. */
const QUIET = 0.45;
/** Report days left after a departure that ends. */
const AFTER = 3;
/** A spike starts and stays on days of at least this level: on a Sunday it would drown in the dip. */
const USUAL_LEVEL = 0.8;

/** The first and last report day of a departure of this recipe, on the calendar of what it touches. */
export function chooseSpan(recipe: Recipe, year: number, random: Random): DayRange {
  const datasets = datasetsOf(recipe.metric);
  const days = [
    ...new Set(
      datasets.flatMap((kind) =>
        reportMonths(kind, year).flatMap((month) => (month.batch ? [] : month.days)),
      ),
    ),
  ].sort((a, b) => a - b);
  const quiet = Math.floor(days.length * QUIET);
  if (recipe.days === "END") {
    const start = quiet + random.below(Math.floor(days.length / 4));
    return { from: days[start]!, to: days[days.length - 1]! };
  }
  const [shortest, longest] = recipe.days;
  const length = shortest + random.below(longest - shortest + 1);
  const starts: number[] = [];
  for (let start = quiet; start + length + AFTER <= days.length; start++) {
    const span = days.slice(start, start + length);
    const usual = span.every((day) => datasets.every((kind) => dayLevel(kind, day) >= USUAL_LEVEL));
    if (usual || (recipe.kind !== "SPIKE" && recipe.kind !== "MASS_MOVEMENT")) starts.push(start);
  }
  const start = starts[random.below(starts.length)]!;
  return { from: days[start]!, to: days[start + length - 1]! };
}

/** The level of a report day by weekday and holiday; 1 is a usual day. */
export function dayLevel(kind: keyof typeof PROFILES, day: Day): number {
  // 1970-01-01 was a Thursday.
  const weekday = (day + 4) % 7;
  return PROFILES[kind].weekday[weekday]! * (HOLIDAYS[formatDay(day).slice(5)] ?? 1);
}

import { addMonths, beginOfMonth, type Day, endOfMonth, partsOf } from "../../data/activity/day.ts";
import { reachOf, unitSpan } from "./spans-of-time.ts";
import type { Stroke } from "./time-symbols.ts";
import type { Horizon } from "./understood.ts";

const MOST_DAYS = 365;
const MOST_YEARS = 50;

const inDays = (days: number): Horizon | null =>
  days < 1 ? null : { unit: "DAY", count: Math.min(days, MOST_DAYS) };
const inYears = (years: number): Horizon | null =>
  years < 1 ? null : { unit: "YEAR", count: Math.min(years, MOST_YEARS) };

/** So many units ahead: years as years, anything shorter as days. */
function ahead(stroke: Stroke, count: number, last: Day): Horizon | null {
  const unit = stroke.unit!;
  return unit === "YEAR" ? inYears(count) : inDays(reachOf(unit, Math.min(count, 600), last) - last);
}

/** "next month" reaches to that month's end, "next week" seven days on. */
function next(stroke: Stroke, last: Day): Horizon | null {
  const unit = stroke.unit!;
  if (unit === "YEAR") return inYears(1);
  if (unit === "MONTH") return inDays(endOfMonth(addMonths(beginOfMonth(last), 1)) - last);
  if (unit === "QUARTER") return inDays(unitSpan("QUARTER", -1, last).to - last);
  return inDays(reachOf(unit, 1, last) - last);
}

const FILLERS = new Set(["the", "of", "few", "couple", "ke", "ki", "के", "की"]);

/** "next 3 months", "next month", "अगले 5 साल". */
function afterNext(strokes: readonly Stroke[], at: number, last: Day): Horizon | null {
  let one = at + 1;
  const count = strokes[one]?.unit == null ? (strokes[one]?.number ?? null) : null;
  if (count !== null) one++;
  const few = strokes[one]?.text === "few" || strokes[one]?.text === "कुछ" || strokes[one]?.text === "kuch";
  while (FILLERS.has(strokes[one]?.text ?? "") || (few && strokes[one]?.unit == null && one < at + 4)) one++;
  const stroke = strokes[one];
  if (stroke?.unit == null) return null;
  if (count !== null) return ahead(stroke, count, last);
  return few ? ahead(stroke, 3, last) : next(stroke, last);
}

/**
 * How far ahead a question looks: days, or years where it says years or a later year. Null where it does not.
 *
 * @param future whether its words speak of what is to come, so that "in January" is the next one
 */
export function readHorizon(strokes: readonly Stroke[], last: Day, future: boolean): Horizon | null {
  const now = partsOf(last);
  for (const [at, stroke] of strokes.entries()) {
    if (stroke.says.has("TOMORROW")) return inDays(1);
    if (future && stroke.text === "कल") return inDays(1);
    if (future && stroke.text === "kal") return inDays(1);
    if (stroke.says.has("NEXT")) {
      const found = afterNext(strokes, at, last);
      if (found !== null) return found;
    }
    const measure = strokes[at + 1];
    const isCount = stroke.number !== null && stroke.unit === null && measure?.unit != null;
    const before = strokes[at - 1]?.text ?? "";
    const follows = strokes[at + 2];
    const hence = follows?.says.has("HENCE") === true || follows?.says.has("TOMORROW") === true;
    const backwards = strokes[at - 1]?.says.has("LAST") === true || follows?.says.has("AGO") === true;
    if (
      isCount &&
      !(backwards && !hence) &&
      (hence || (future && ["in", "after", "for", "over", "within"].includes(before)))
    ) {
      return ahead(measure!, stroke.number!, last);
    }
    const inYearsAhead = isCount && measure!.unit === "YEAR" && before === "in" && !backwards;
    if (inYearsAhead) return ahead(measure!, stroke.number!, last);
    if (isCount && future && !backwards) return ahead(measure!, stroke.number!, last);
    if (stroke.digits.length === 4 && stroke.number! > now.year && stroke.number! <= now.year + MOST_YEARS) {
      const month = strokes[at - 1]?.month;
      if (month == null) return inYears(stroke.number! - now.year);
      return inDays(
        unitSpan("MONTH", -(12 * (stroke.number! - now.year) + month - now.month), last).to - last,
      );
    }
    if (future && stroke.month !== null && strokes[at + 1]?.digits.length !== 4) {
      return inDays(unitSpan("MONTH", -((stroke.month - now.month + 12) % 12 || 12), last).to - last);
    }
  }
  return null;
}

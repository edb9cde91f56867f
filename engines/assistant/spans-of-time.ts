import {
  addMonths,
  beginOfMonth,
  type Day,
  dayOf,
  endOfMonth,
  partsOf,
  startOfMonth,
} from "../../data/activity/day.ts";
import type { PeriodKind } from "./period-kind.ts";
import type { Unit } from "./time-symbols.ts";

/** A span of days as words say it, not yet cut to the data. */
export interface TimeSpan {
  readonly from: Day;
  readonly to: Day;
  readonly kind: PeriodKind;
  readonly relative: boolean;
}

const MONTHS: Readonly<Partial<Record<Unit, number>>> = { MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12 };
const DAYS: Readonly<Partial<Record<Unit, number>>> = { DAY: 1, WEEK: 7, FORTNIGHT: 14 };
const KINDS: Readonly<Partial<Record<Unit, PeriodKind>>> = {
  DAY: "DAY",
  WEEK: "WEEK",
  MONTH: "MONTH",
  QUARTER: "QUARTER",
  YEAR: "YEAR",
};
const span = (from: Day, to: Day, kind: PeriodKind, relative: boolean): TimeSpan => ({
  from,
  to,
  kind,
  relative,
});

/** The whole month; a month named without its year is the latest that had begun by the day given. */
export function monthSpan(month: number, year: number | null, last: Day): TimeSpan {
  const now = partsOf(last);
  const from = startOfMonth(year ?? (month <= now.month ? now.year : now.year - 1), month);
  return span(from, endOfMonth(from), "MONTH", false);
}

/** The whole calendar year. */
export function yearSpan(year: number): TimeSpan {
  return span(startOfMonth(year, 1), startOfMonth(year + 1, 1) - 1, "YEAR", false);
}

/** India's financial year that begins in April of the year given. */
export function fiscalSpan(year: number): TimeSpan {
  return span(startOfMonth(year, 4), startOfMonth(year + 1, 4) - 1, "YEAR", false);
}

/** A calendar quarter, 1..4. */
export function quarterSpan(quarter: number, year: number): TimeSpan {
  const from = startOfMonth(year, 3 * quarter - 2);
  return span(from, endOfMonth(addMonths(from, 2)), "QUARTER", false);
}

export function daySpan(day: Day, relative = false): TimeSpan {
  return span(day, day, "DAY", relative);
}

/** The calendar unit, weeks from Monday, that lies so many units before the one the last day lies in. */
export function unitSpan(unit: Unit, back: number, last: Day): TimeSpan {
  const kind = KINDS[unit] ?? "RANGE";
  if (unit === "DAY") return daySpan(last - back, true);
  if (unit === "WEEK") {
    const monday = last - ((last + 3) % 7) - 7 * back;
    return span(monday, monday + 6, kind, true);
  }
  if (unit === "FORTNIGHT") return backSpan(unit, 1, last);
  const months = MONTHS[unit]!;
  const { year, month } = partsOf(addMonths(beginOfMonth(last), -months * back));
  const from = startOfMonth(year, month - ((month - 1) % months));
  return span(from, endOfMonth(addMonths(from, months - 1)), kind, true);
}

/** So many units up to the last day, that day included: "last 30 days". */
export function backSpan(unit: Unit, count: number, last: Day): TimeSpan {
  const days = DAYS[unit];
  const from =
    days === undefined ? addMonths(last, -(MONTHS[unit] ?? 1) * count) + 1 : last - days * count + 1;
  return span(from, last, "RANGE", true);
}

/** The last day that so many units reach ahead of the last day. */
export function reachOf(unit: Unit, count: number, last: Day): Day {
  const days = DAYS[unit];
  return days === undefined ? addMonths(last, (MONTHS[unit] ?? 1) * count) : last + days * count;
}

/** The span of the same kind before it: the month before, or as many days. */
export function before({ from, to, kind }: TimeSpan): TimeSpan {
  if (kind === "MONTH") return span(startOfMonthBefore(from), from - 1, kind, false);
  if (kind === "QUARTER") return span(addMonths(from, -3), from - 1, kind, false);
  if (kind === "YEAR") return span(addMonths(from, -12), from - 1, kind, false);
  return span(from - (to - from + 1), from - 1, kind, false);
}

const startOfMonthBefore = (day: Day): Day => beginOfMonth(beginOfMonth(day) - 1);

/** A half, or the first or last seven days, of a span. */
export function partOf(
  { from, to }: TimeSpan,
  part: "FIRST_HALF" | "SECOND_HALF" | "WEEK",
  nth = 1,
): TimeSpan {
  if (part === "WEEK") {
    const start = nth === -1 ? to - 6 : from + 7 * (nth - 1);
    return span(start, Math.min(start + 6, to), "RANGE", false);
  }
  const months = partsOf(to).month - partsOf(from).month + 1;
  const half = months > 1 ? addMonths(from, months >> 1) : from + 15;
  return part === "FIRST_HALF" ? span(from, half - 1, "RANGE", false) : span(half, to, "RANGE", false);
}

/** A calendar day; null where there is none. A year of two digits is one of this century. */
export function dateSpan(year: number, month: number, date: number): TimeSpan | null {
  const day = dayOf(year < 100 ? 2000 + year : year, month, date);
  return day === null ? null : daySpan(day);
}

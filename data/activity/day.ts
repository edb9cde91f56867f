/** A calendar day as whole days since 1970-01-01. Report dates have no time zone. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of year, month (1..12) and day of month, or null where the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const ms = Date.UTC(year, month - 1, date);
  const back = new Date(ms);
  const same =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === date;
  return same ? ms / MS_PER_DAY : null;
}

/** Parses an ISO 8601 calendar date (YYYY-MM-DD); null where it is none. */
export function parseDay(text: string): Day | null {
  const parts = ISO.exec(text);
  return parts === null ? null : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The ISO 8601 calendar date (YYYY-MM-DD) of a day. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

export interface DayParts {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly date: number;
}

/** Year, month (1..12) and day of month of a day. */
export function partsOf(day: Day): DayParts {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** First day of a month; months beyond 1..12 are those of the years before or after. */
export function startOfMonth(year: number, month: number): Day {
  return Date.UTC(year, month - 1, 1) / MS_PER_DAY;
}

/** First day of the month that the day lies in. */
export function beginOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return startOfMonth(year, month);
}

/** Last day of the month that the day lies in. */
export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return startOfMonth(year, month + 1) - 1;
}

/** The day so many months on (back where negative), the month's last one where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const start = startOfMonth(year, month + months);
  return Math.min(start + date - 1, endOfMonth(start));
}

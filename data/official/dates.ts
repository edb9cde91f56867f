import { dayOf } from "../activity/day.ts";

/** Days no report can bear a date before or after; the authority issued the first Aadhaar on 2010-09-29. */
export const EARLIEST_DAY = dayOf(2010, 9, 29)!;
export const LATEST_DAY = dayOf(2099, 12, 31)!;

/** Days before each month of a common year, January first. */
const BEFORE_MONTH = Uint16Array.of(0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * The day of DD, MM and YYYY given as numbers.
 * @returns days since 1970-01-01; -1 where the calendar has no such day; -2 where no report can bear it
 */
export function reportDay(date: number, month: number, year: number): number {
  if (month < 1 || month > 12 || date < 1) return -1;
  const leap = isLeap(year) ? 1 : 0;
  const inMonth = BEFORE_MONTH[month + 1]! - BEFORE_MONTH[month]! + (month === 2 ? leap : 0);
  if (date > inMonth) return -1;
  const before = year - 1;
  const years =
    before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719_162;
  const day = years + BEFORE_MONTH[month]! + (month > 2 ? leap : 0) + date - 1;
  return day < EARLIEST_DAY || day > LATEST_DAY ? -2 : day;
}

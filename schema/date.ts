import { type Day, dayOf, formatDay, parseDay } from "../data/activity/day.ts";
import { Fault } from "../data/fault.ts";
import { builder } from "./builder.ts";

const FIRST_DAY: Day = dayOf(1970, 1, 1)!;
const LAST_DAY: Day = dayOf(2100, 12, 31)!;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a Date as a caller wrote it.
 * @throws Fault BAD_USER_INPUT where it is no calendar day from 1970-01-01 to 2100-12-31
 */
export function readDate(value: unknown): Day {
  const day = typeof value === "string" ? parseDay(value) : null;
  if (day === null) {
    throw new Fault(
      "BAD_USER_INPUT",
      `${JSON.stringify(value)} is no Date: write a day of the calendar as YYYY-MM-DD, e.g. 2025-12-31.`,
    );
  }
  if (day < FIRST_DAY || day > LAST_DAY) {
    throw new Fault(
      "BAD_USER_INPUT",
      `${value} is out of reach: a Date lies from ${formatDay(FIRST_DAY)} to ${formatDay(LAST_DAY)}.`,
    );
  }
  return day;
}

/**
 * Reads a DateTime as a caller wrote it.
 * @throws Fault BAD_USER_INPUT where it is no ISO 8601 date and time with zone
 */
export function readDateTime(value: unknown): string {
  const known = typeof value === "string" && DATE_TIME.test(value) && parseDay(value.slice(0, 10)) !== null;
  if (!known || Number.isNaN(Date.parse(value))) {
    throw new Fault(
      "BAD_USER_INPUT",
      `${JSON.stringify(value)} is no DateTime: write date, time and zone, e.g. 2026-01-31T18:30:00Z.`,
    );
  }
  return value;
}

builder.scalarType("Date", {
  description: "ISO 8601 calendar date, e.g. 2025-12-31. Report dates have no time zone.",
  serialize: formatDay,
  parseValue: readDate,
});

builder.scalarType("DateTime", {
  description: "ISO 8601 date and time with its zone, e.g. 2026-01-31T18:30:00Z.",
  serialize: (value) => value,
  parseValue: readDateTime,
});

import { REPORTED } from "../../data/activity/calendar/day-kinds.ts";
import type { Day } from "../../data/activity/day.ts";
import { Fault } from "../../data/fault.ts";
import { forecastSeries, type SeriesForecast } from "./forecast-series.ts";

const DAYS_A_WEEK = 7;
/** 1970-01-01 was a Thursday, the fourth day of a week that Monday opens as 0. */
const MONDAY_OFFSET = 3;

/** 0 for Monday .. 6 for Sunday, of days before 1970 too. */
const weekdayOf = (day: Day) => (((day + MONDAY_OFFSET) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;

/** Days of the past in ascending order, each with its count and its kind. */
export interface ReportDays {
  readonly dates: ArrayLike<Day>;
  readonly values: Float64Array;
  /** Indices into DAY_KINDS: only REPORTED days teach; a batch holds a whole month, a silent day is no zero. */
  readonly kinds: Uint8Array;
}

/**
 * Forecasts counts for the days on which a place is expected to report, from those on which it did: the series of
 * its report days, whose season is the weekday, shrunk to none as far as chance explains it. Steps ahead
 * are report days, so silent days in between age nothing.
 * @param future days to come on which a report is expected, ascending; one entry of the forecast each
 * @throws Fault where lengths differ
 */
export function forecastReportDays(
  { dates, values, kinds }: ReportDays,
  future: ArrayLike<Day>,
  nonNegative = true,
): SeriesForecast {
  if (dates.length !== values.length || kinds.length !== values.length) {
    const lengths = [dates.length, values.length, kinds.length].join(", ");
    throw new Fault("BAD_USER_INPUT", `Dates, values and kinds must have one length, not ${lengths}.`);
  }
  const reported = Array.from(dates, (date, at) => ({ date, value: values[at]!, kind: kinds[at] })).filter(
    ({ kind }) => kind === REPORTED,
  );
  return forecastSeries(
    Float64Array.from(reported, ({ value }) => value),
    {
      season: DAYS_A_WEEK,
      phases: [...reported.map(({ date }) => date), ...Array.from(future)].map(weekdayOf),
      horizon: future.length,
      nonNegative,
    },
  );
}

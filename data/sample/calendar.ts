import { type Day, dayOf } from "../activity/day.ts";
import { DATASETS, type DatasetKind } from "../activity/metric.ts";

/**
 * The reporting calendar of the publication of 2025, as first and last day of each run of daily reports.
 *
 * - ENROLMENT: the dates of the published files of Telangana and Chennai, which agree.
 * - DEMOGRAPHIC_UPDATE: the dates of Chennai's file.
 * - BIOMETRIC_UPDATE: Chennai's file as now published fills every day from 20 May on, August with it, but
 *   the totals by state and month know no August, and come from fewer days: in September, Chennai's first
 *   20 days are 6–7 % of Tamil Nadu's total, as are all 30 days of November, but all of September 10 %.
 *   So it has the demographic silent days, and ends on 29 December as Chennai's daily run does.
 */
const DAILY: Readonly<Record<DatasetKind, readonly (readonly [string, string])[]>> = {
  ENROLMENT: [
    ["09-01", "09-30"],
    ["10-13", "10-13"],
    ["10-15", "10-31"],
    ["11-01", "11-19"],
    ["11-25", "11-25"],
    ["12-15", "12-15"],
    ["12-21", "12-29"],
    ["12-31", "12-31"],
  ],
  DEMOGRAPHIC_UPDATE: [
    ["09-01", "09-20"],
    ["10-13", "10-13"],
    ["10-15", "10-31"],
    ["11-01", "11-30"],
    ["12-01", "12-29"],
    ["12-31", "12-31"],
  ],
  BIOMETRIC_UPDATE: [
    ["09-01", "09-20"],
    ["10-13", "10-13"],
    ["10-15", "10-31"],
    ["11-01", "11-30"],
    ["12-01", "12-29"],
  ],
};

/** Months whose counts come in one batch dated the 1st; August published nothing. */
const BATCH_MONTHS = [3, 4, 5, 6, 7];

/** One month of a dataset's calendar. */
export interface ReportMonth {
  readonly month: number;
  /** One report dated the 1st carries the whole month. */
  readonly batch: boolean;
  /** Report days, ascending. */
  readonly days: readonly Day[];
}

/** The months in which the dataset reports, with their report days, in this year's dates. */
export function reportMonths(kind: DatasetKind, year: number): ReportMonth[] {
  const batches = BATCH_MONTHS.map((month) => ({ month, batch: true, days: [dayIn(year, month, 1)] }));
  const daily = new Map<number, Day[]>();
  for (const [from, to] of DAILY[kind]) {
    const month = Number(from.slice(0, 2));
    const days = daily.get(month) ?? [];
    for (let date = Number(from.slice(3)); date <= Number(to.slice(3)); date++)
      days.push(dayIn(year, month, date));
    daily.set(month, days);
  }
  return [...batches, ...[...daily].map(([month, days]) => ({ month, batch: false, days }))];
}

/** Every day of the year on which at least one dataset reports, ascending. */
export function reportDays(year: number): Day[] {
  const days = DATASETS.flatMap((kind) => reportMonths(kind, year).flatMap((month) => month.days));
  return [...new Set(days)].sort((a, b) => a - b);
}

function dayIn(year: number, month: number, date: number): Day {
  const day = dayOf(year, month, date);
  if (day === null) throw new Error(`the reporting calendar has no day ${year}-${month}-${date}`);
  return day;
}

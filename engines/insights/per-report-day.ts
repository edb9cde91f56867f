import { addMonths, endOfMonth, parseDay } from "../../data/activity/day.ts";
import type { Metric } from "../../data/activity/metric.ts";
import type { ActivityStore, DayRange } from "../../data/activity/store.ts";
import type { Place } from "../../data/places/place.ts";
import { type Change, changeOf } from "./month.ts";

/** Means per report day in a month and in the calendar's month before. */
export interface DailyChange extends Change {
  /** Days with a report in the month, and in the one before. */
  readonly reportDays: number;
  readonly previousReportDays: number;
}

async function meanIn(
  store: ActivityStore,
  metric: Metric,
  range: DayRange,
  place: Place | null,
  signal?: AbortSignal,
) {
  const { total, days } = await store.stats(
    {
      ...range,
      ...{ places: place === null ? null : [place], groupBy: [], bucket: null, compareTo: null, having: [] },
      measures: [{ metric, aspect: "PER_REPORT_DAY" }],
      ...{ orderBy: null, first: 1, after: null },
    },
    signal,
  );
  return { reportDays: days.reportDays, mean: days.batches > 0 ? null : (total.values[0] ?? null) };
}

/**
 * A metric per report day of a place, all of the data where null, in a month beside the calendar's month before. Months
 * differ in report days, which a mean over them levels. A mean is null where nothing was reported and where a batch was,
 * whose one day speaks for a month; the previous one also where the data do not hold the month before whole.
 */
export async function perReportDay(
  store: ActivityStore,
  metric: Metric,
  month: DayRange,
  place: Place | null,
  signal?: AbortSignal,
): Promise<DailyChange> {
  const from = addMonths(month.from, -1);
  const before = { from, to: endOfMonth(from) };
  const [now, then] = await Promise.all([
    meanIn(store, metric, month, place, signal),
    meanIn(store, metric, before, place, signal),
  ]);
  const isWhole = from >= parseDay(store.dataset.from)!;
  const previous = isWhole ? then.mean : null;
  const change = now.mean === null || previous === null ? null : now.mean - previous;
  const ratio = change === null || previous === 0 ? null : change / previous!;
  return {
    ...changeOf([now.mean, previous, change, ratio]),
    reportDays: now.reportDays,
    previousReportDays: then.reportDays,
  };
}

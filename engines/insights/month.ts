import { addMonths, beginOfMonth, endOfMonth, parseDay } from "../../data/activity/day.ts";
import type { Metric } from "../../data/activity/metric.ts";
import type { ActivityStore, DayRange, Dimension, StatsResult } from "../../data/activity/store.ts";
import type { Place } from "../../data/places/place.ts";

/** The last month that the data hold whole; null where they hold none. */
export function lastWholeMonth({ dataset }: Pick<ActivityStore, "dataset">): DayRange | null {
  const [first, last] = [parseDay(dataset.from)!, parseDay(dataset.to)!];
  const begin = endOfMonth(last) === last ? beginOfMonth(last) : addMonths(beginOfMonth(last), -1);
  return begin < first ? null : { from: begin, to: endOfMonth(begin) };
}

/** A metric in a month, and in as many report days before it; null where nothing was reported. */
export interface Change {
  readonly value: number | null;
  readonly previous: number | null;
  readonly change: number | null;
  /** Change over previous; null where that is 0 or absent. */
  readonly ratio: number | null;
}

export const changeOf = ([value, previous, change, ratio]: readonly (number | null)[]): Change => ({
  value: value ?? null,
  previous: previous ?? null,
  change: change ?? null,
  ratio: ratio ?? null,
});

/** Of which places, all where null, and whether they are told apart. */
export interface Of {
  readonly places: readonly Place[] | null;
  readonly groupBy: readonly Dimension[];
}

/**
 * What a metric came to in a month and in the month before, of the places together or each by itself. The compared
 * span is moved from the calendar's month so that it holds as many report days (data/activity/stats/compare.ts).
 */
export function monthOnMonth(
  store: ActivityStore,
  metric: Metric,
  month: DayRange,
  { places, groupBy }: Of,
  signal?: AbortSignal,
): Promise<StatsResult> {
  const aspects = ["SUM", "PREVIOUS", "CHANGE", "CHANGE_RATIO"] as const;
  return store.stats(
    {
      ...month,
      ...{ places, groupBy, bucket: null, compareTo: "PREVIOUS_MONTH", having: [] },
      measures: aspects.map((aspect) => ({ metric, aspect })),
      ...{ orderBy: null, first: 1000, after: null },
    },
    signal,
  );
}

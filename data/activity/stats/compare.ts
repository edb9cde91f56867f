import { type Buckets, bucketEdges, MONTHS, separate } from "../calendar/bucket.ts";
import { countKinds, type DayKinds } from "../calendar/day-kinds.ts";
import { addMonths, type Day, endOfMonth } from "../day.ts";
import type { Compared, DayRange, StatsQuery } from "../store.ts";
import { SpokenDays } from "./align.ts";

/** What each bucket of an answer is compared with. */
export interface Counterparts {
  readonly buckets: Buckets;
  readonly compared: Compared;
}

function daysBefore({ from, to }: DayRange, days: number): DayRange {
  return { from: from - days, to: to - days };
}

/** The same days so many months before; the end of a month answers to the end of a month. */
function monthsBefore({ from, to }: DayRange, months: number): DayRange {
  const back = addMonths(to, -months);
  return { from: addMonths(from, -months), to: to === endOfMonth(to) ? endOfMonth(back) : back };
}

/** The calendar's counterpart of one bucket of the query. */
function counterpartOf(query: StatsQuery): (bucket: DayRange) => DayRange {
  if (query.compareTo === "PREVIOUS_MONTH") return (bucket) => monthsBefore(bucket, 1);
  if (query.compareTo === "PREVIOUS_YEAR") return (bucket) => monthsBefore(bucket, 12);
  const { bucket: grain } = query;
  const count = bucketEdges(query, grain).length - 1;
  if (grain === "MONTH" || grain === "QUARTER" || grain === "YEAR") {
    return (bucket) => monthsBefore(bucket, MONTHS[grain] * count);
  }
  const days = grain === "WEEK" ? 7 * count : query.to - query.from + 1;
  return (bucket) => daysBefore(bucket, days);
}

function countReportDays({ from, kinds }: DayKinds, ranges: readonly DayRange[]): number {
  const within = (range: DayRange) =>
    kinds.subarray(Math.max(range.from - from, 0), Math.max(range.to + 1 - from, 0));
  return ranges.reduce((sum, range) => sum + countKinds({ kinds: within(range) }).reportDays, 0);
}

/**
 * What the buckets of the query are compared with. Each has a counterpart by the calendar: with PREVIOUS_PERIOD
 * the bucket as many buckets before as the range has (without buckets, the days right before), else the same
 * days of the month or year before. Where its reports speak for more or fewer days than the bucket's, its
 * beginning is moved until they speak for as many, or nearly: like is compared with like although reporting
 * pauses or turns from months to days. Buckets of a day stay with their calendar day.
 *
 * @param edges of the query's buckets, at least one
 * @param calendar of the matched places and the metrics asked for, over all of the data
 */
export function counterparts(query: StatsQuery, edges: readonly Day[], calendar: DayKinds): Counterparts {
  const counterpart = counterpartOf(query);
  const spoken = new SpokenDays(calendar);
  const own = edges.slice(1).map((end, at) => ({ from: edges[at]!, to: end - 1 }));
  const plain = own.map(counterpart);
  const ranges =
    query.bucket === "DAY" ? plain : plain.map((range, at) => spoken.align(range, spoken.within(own[at]!)));
  const buckets = separate(ranges);
  return {
    buckets,
    compared: {
      from: Math.min(...ranges.map(({ from }) => from)),
      to: Math.max(...ranges.map(({ to }) => to)),
      aligned: ranges.some((range, at) => range !== plain[at]),
      reportDays: countReportDays(calendar, ranges),
    },
  };
}

import { type Day, type DayParts, partsOf, startOfMonth } from "../day.ts";
import type { DayRange, TimeGrain } from "../store.ts";

/** Months of one bucket. */
export const MONTHS: Readonly<Record<"MONTH" | "QUARTER" | "YEAR", number>> = {
  MONTH: 1,
  QUARTER: 3,
  YEAR: 12,
};

/** 1970-01-01 was a Thursday: three days after its Monday. */
const MONDAY_OFFSET = 3;

/** First day of the bucket after the one that `day` lies in. Weeks start on Monday. */
function nextStart(day: Day, grain: TimeGrain): Day {
  if (grain === "DAY") return day + 1;
  if (grain === "WEEK") return day + 7 - ((day + MONDAY_OFFSET) % 7);
  const size = MONTHS[grain];
  const { year, month }: DayParts = partsOf(day);
  const index = Math.floor((year * 12 + month - 1) / size) * size + size;
  return startOfMonth(Math.floor(index / 12), (index % 12) + 1);
}

/**
 * The edges of the buckets that cover the range: bucket i runs from edges[i] up to, without, edges[i + 1].
 * The first and last are clipped to the range. Without a grain the range is one bucket; an empty range has none.
 */
export function bucketEdges(range: DayRange, grain: TimeGrain | null): Day[] {
  const edges = [range.from];
  if (range.to < range.from) return edges;
  const end = range.to + 1;
  let edge = grain === null ? end : nextStart(range.from, grain);
  while (edge < end) {
    edges.push(edge);
    edge = nextStart(edge, grain!);
  }
  edges.push(end);
  return edges;
}

/**
 * Stretches of days that sums are taken over: bucket i runs from edges[i * step] up to, without,
 * edges[i * step + 1]. Step 1 where each ends where the next begins, 2 where they lie anyhow.
 */
export interface Buckets {
  readonly edges: readonly Day[];
  readonly step: 1 | 2;
}

/** Buckets one after the other, as bucketEdges gives them. */
export const adjoining = (edges: readonly Day[]): Buckets => ({ edges, step: 1 });

/** One bucket for each range. */
export const separate = (ranges: readonly DayRange[]): Buckets => ({
  edges: ranges.flatMap(({ from, to }) => [from, Math.max(to + 1, from)]),
  step: 2,
});

export function countOf({ edges, step }: Buckets): number {
  return step === 1 ? Math.max(edges.length - 1, 0) : edges.length / 2;
}

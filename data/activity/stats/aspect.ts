import type { Metric } from "../metric.ts";
import type { Aspect, Measure } from "../store.ts";
import type { Aggregate } from "./aggregate.ts";

/** Buckets that a rolling mean looks at, its own among them. */
const ROLLING = 7;

/** Adds what is known of two values: NaN where neither is. */
export function addKnown(sum: number, value: number): number {
  if (Number.isNaN(value)) return sum;
  return Number.isNaN(sum) ? value : sum + value;
}

/** Sum per bucket over all groups; NaN where no group has any. */
function bucketTotals(column: Float64Array, buckets: number): Float64Array {
  const totals = new Float64Array(buckets).fill(Number.NaN);
  column.forEach((value, cell) => {
    totals[cell % buckets] = addKnown(totals[cell % buckets]!, value);
  });
  return totals;
}

/** NaN where either is absent or the divisor is 0. */
export const ratio = (value: number, divisor: number): number =>
  divisor === 0 ? Number.NaN : value / divisor;

function shares(column: Float64Array, buckets: number): Float64Array {
  const totals = bucketTotals(column, buckets);
  return column.map((value, cell) => ratio(value, totals[cell % buckets]!));
}

/** Values greater than this one within an ascending array whose NaN stand last. */
function countGreater(ascending: Float64Array, known: number, value: number): number {
  let [low, high] = [0, known];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return known - low;
}

/** Rank within the bucket, 1 = largest; equal values share the better rank and the next one is skipped (SQL's RANK). */
function ranks(column: Float64Array, buckets: number): Float64Array {
  const result = new Float64Array(column.length).fill(Number.NaN);
  const groups = column.length / buckets;
  const values = new Float64Array(groups);
  for (let bucket = 0; bucket < buckets; bucket++) {
    for (let group = 0; group < groups; group++) values[group] = column[group * buckets + bucket]!;
    values.sort();
    let known = groups;
    while (known > 0 && Number.isNaN(values[known - 1]!)) known--;
    for (let group = 0; group < groups; group++) {
      const value = column[group * buckets + bucket]!;
      if (!Number.isNaN(value)) result[group * buckets + bucket] = 1 + countGreater(values, known, value);
    }
  }
  return result;
}

/** Running sums of each group's buckets; NaN until the first that is known. */
function runningSums(column: Float64Array, buckets: number): Float64Array {
  const sums = new Float64Array(column.length);
  column.forEach((value, cell) => {
    sums[cell] = cell % buckets === 0 ? value : addKnown(sums[cell - 1]!, value);
  });
  return sums;
}

/** Mean of what is known of each bucket and the six before it; sums anew for each, so that no rounding gathers. */
function rollingMeans(column: Float64Array, buckets: number): Float64Array {
  return column.map((_, cell) => {
    const first = Math.max(cell - (ROLLING - 1), cell - (cell % buckets));
    let [sum, count] = [0, 0];
    for (let at = first; at <= cell; at++) {
      if (Number.isNaN(column[at]!)) continue;
      sum += column[at]!;
      count++;
    }
    return ratio(sum, count);
  });
}

/** What aspects are computed from, cell by cell. */
export interface Figures {
  readonly current: Aggregate;
  /** The counterparts' sums, in the same cells; null where nothing is compared. */
  readonly previous: Aggregate | null;
  /** Days on which each cell reported the metric. */
  reportDays(metric: Metric): Float64Array;
}

type Compute = (metric: Metric, figures: Figures, column: (aspect: Aspect) => Float64Array) => Float64Array;

const sumOf = ({ sums }: Aggregate, metric: Metric) => sums.get(metric)!;

const COMPUTE: Readonly<Record<Aspect, Compute>> = {
  SUM: (metric, { current }) => sumOf(current, metric),
  PER_REPORT_DAY: (metric, figures, column) => {
    const days = figures.reportDays(metric);
    return column("SUM").map((sum, cell) => ratio(sum, days[cell]!));
  },
  SHARE_OF_TOTAL: (metric, { current }) => shares(sumOf(current, metric), current.buckets),
  PREVIOUS: (metric, { previous }) => sumOf(previous!, metric),
  CHANGE: (_, __, column) => {
    const before = column("PREVIOUS");
    return column("SUM").map((sum, cell) => sum - before[cell]!);
  },
  CHANGE_RATIO: (_, __, column) => {
    const before = column("PREVIOUS");
    return column("CHANGE").map((change, cell) => ratio(change, before[cell]!));
  },
  CUMULATIVE: (metric, { current }) => runningSums(sumOf(current, metric), current.buckets),
  ROLLING_MEAN_7: (metric, { current }) => rollingMeans(sumOf(current, metric), current.buckets),
  RANK: (metric, { current }) => ranks(sumOf(current, metric), current.buckets),
};

/** Whether the aspect looks at the compared period. */
export function isComparing(aspect: Aspect): boolean {
  return aspect === "PREVIOUS" || aspect === "CHANGE" || aspect === "CHANGE_RATIO";
}

/** Columns of measures over the cells, NaN where absent, each computed once. The figures must hold their metrics. */
export class Views {
  readonly #figures: Figures;
  readonly #columns = new Map<string, Float64Array>();

  constructor(figures: Figures) {
    this.#figures = figures;
  }

  column({ metric, aspect }: Measure): Float64Array {
    const key = `${metric} ${aspect}`;
    let column = this.#columns.get(key);
    if (column === undefined) {
      column = COMPUTE[aspect](metric, this.#figures, (other) => this.column({ metric, aspect: other }));
      this.#columns.set(key, column);
    }
    return column;
  }
}

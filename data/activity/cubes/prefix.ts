import { COUNTS, COUNTS_OF, type Metric, REPORTS_OF } from "../metric.ts";

/**
 * Running totals along report dates, laid end to end for many units (districts, pairs of pincode and
 * district …). What a unit counted between two dates is the difference of two entries, whatever the dates.
 *
 * An entry is nine words side by side, so that one lookup is one cache line: persons of the seven COUNTS,
 * then the reports of the three DATASETS and of any of them in sixteen bits each. All are kept modulo their
 * width; a difference is exact as long as one unit counts fewer than 2^32 persons within the range.
 */
export interface PrefixCube {
  readonly units: number;
  readonly entries: Uint32Array;
  /**
   * Running total of all counts per entry, where kept: an ACTIVITY sum then reads one word in place of seven, and
   * every stretch that is not empty holds a report. Null where a stretch may hold none.
   */
  readonly activity: Uint32Array | null;
}

/** Writes, for a unit, the entry of every edge day: what was counted strictly before it. */
export type Locator = (unit: number, out: Uint32Array) => void;

/** Words an entry takes. */
export const ENTRY = COUNTS.length + 2;

/** What one report of the datasets in the mask adds to each half of the two report words. */
const PAIRED = Uint32Array.from({ length: 8 }, (_, mask) => (mask & 1) + (mask & 2) * 0x8000);
const LAST = Uint32Array.from({ length: 8 }, (_, mask) => (mask >> 2) + (mask === 0 ? 0 : 0x10000));

function addHalves(word: number, other: number): number {
  return ((word + other) & 0xffff) | ((word & 0xffff0000) + (other & 0xffff0000));
}

/** Adds one report of the datasets in the mask to an entry's words; a mask of none adds nothing. */
export function addReport(entries: Uint32Array, at: number, mask: number): void {
  entries[at + ENTRY - 2] = addHalves(entries[at + ENTRY - 2]!, PAIRED[mask]!);
  entries[at + ENTRY - 1] = addHalves(entries[at + ENTRY - 1]!, LAST[mask]!);
}

/** The run of counts that a metric adds up, and the bits of the report words that make it present. */
export interface MetricWords {
  readonly first: number;
  readonly last: number;
  readonly paired: number;
  readonly single: number;
}

export function wordsOf(metric: Metric): MetricWords {
  const mask = REPORTS_OF[metric];
  return {
    first: COUNTS_OF[metric][0]!,
    last: COUNTS_OF[metric].at(-1)!,
    paired: (mask & 1 ? 0xffff : 0) | (mask & 2 ? 0xffff0000 : 0),
    single: mask & 4 ? 0xffff : 0,
  };
}

/**
 * Reports of a metric's datasets (see REPORTS_OF) between two entries of one unit, each report day once.
 * Exact up to 65,535 days.
 */
export function countReports(entries: Uint32Array, low: number, high: number, datasets: number): number {
  const word = (datasets & 4 ? ENTRY - 1 : ENTRY - 2) as number;
  const inHigherHalf = datasets === 2 || datasets === 7;
  const [before, after] = [entries[low * ENTRY + word]!, entries[high * ENTRY + word]!];
  return inHigherHalf ? ((after >>> 16) - (before >>> 16)) & 0xffff : (after - before) & 0xffff;
}

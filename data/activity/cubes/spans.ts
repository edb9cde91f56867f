import type { Buckets } from "../calendar/bucket.ts";
import type { Day } from "../day.ts";
import { COUNTS } from "../metric.ts";
import { type DayCube, locateDays } from "./day-cube.ts";
import { locatePairs, type PincodeCube } from "./pincode-cube.ts";
import { ENTRY, type Locator, type MetricWords, type PrefixCube } from "./prefix.ts";

/** Either of the two cubes: plain data, so that another thread can build it. */
export type Cube = DayCube | PincodeCube;

/** A locator of the cube for these days; those outside the data are those of its first and last entry. */
export function locatorOf(cube: Cube, edges: readonly Day[]): Locator {
  return cube.kind === "DAYS" ? locateDays(cube, edges) : locatePairs(cube, edges);
}

/** Stretches of a cube to be summed, each into a cell: filled from units × buckets, then read once a metric. */
export interface Spans {
  length: number;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly cell: Uint32Array;
}

/** Room for `capacity` spans. */
export function makeSpans(capacity: number): Spans {
  const column = () => new Uint32Array(capacity);
  return { length: 0, low: column(), high: column(), cell: column() };
}

/**
 * A function that adds the spans of one unit, bucket by bucket, skipping those without a day of their own.
 * The unit's first bucket goes into cell `base`, the next ones into the cells after it.
 */
export function spansOf(
  cube: Cube,
  { edges, step }: Buckets,
): (unit: number, base: number, into: Spans) => void {
  const locate = locatorOf(cube, edges);
  const positions = new Uint32Array(edges.length);
  return (unit, base, into) => {
    locate(unit, positions);
    for (let bucket = 0, at = 0; at + 1 < positions.length; bucket++, at += step) {
      const low = positions[at]!;
      const high = positions[at + 1]!;
      if (low === high) continue;
      into.low[into.length] = low;
      into.high[into.length] = high;
      into.cell[into.length++] = base + bucket;
    }
  };
}

/** Marks with 1 the cells in whose spans any dataset reported. */
export function markReported({ entries, activity }: PrefixCube, spans: Spans, into: Uint8Array): void {
  const { low, high, cell } = spans;
  if (activity !== null) {
    for (let at = 0; at < spans.length; at++) into[cell[at]!] = 1;
    return;
  }
  for (let at = 0; at < spans.length; at++) {
    const before = entries[low[at]! * ENTRY + ENTRY - 1]!;
    const after = entries[high[at]! * ENTRY + ENTRY - 1]!;
    if ((before ^ after) >>> 16 !== 0) into[cell[at]!] = 1;
  }
}

function addActivity(activity: Uint32Array, { length, low, high, cell }: Spans, into: Float64Array): void {
  for (let at = 0; at < length; at++) {
    const sum = (activity[high[at]!]! - activity[low[at]!]!) >>> 0;
    const target = cell[at]!;
    const before = into[target]!;
    into[target] = Number.isNaN(before) ? sum : before + sum;
  }
}

function addCounts(entries: Uint32Array, words: MetricWords, spans: Spans, into: Float64Array): void {
  const { low, high, cell } = spans;
  const { first, last, paired, single } = words;
  for (let at = 0; at < spans.length; at++) {
    const from = low[at]! * ENTRY;
    const to = high[at]! * ENTRY;
    const reports =
      ((entries[from + ENTRY - 2]! ^ entries[to + ENTRY - 2]!) & paired) |
      ((entries[from + ENTRY - 1]! ^ entries[to + ENTRY - 1]!) & single);
    if (reports === 0) continue;
    let sum = 0.0;
    for (let count = first; count <= last; count++)
      sum += (entries[to + count]! - entries[from + count]!) >>> 0;
    const target = cell[at]!;
    const before = into[target]!;
    into[target] = Number.isNaN(before) ? sum : before + sum;
  }
}

/**
 * Adds the metric's sum over each span to its cell; exact. A cell stays NaN until one of its spans has a
 * report of the metric's datasets.
 */
export function addSums(cube: PrefixCube, words: MetricWords, spans: Spans, into: Float64Array): void {
  const isActivity = words.last - words.first === COUNTS.length - 1;
  if (isActivity && cube.activity !== null) addActivity(cube.activity, spans, into);
  else addCounts(cube.entries, words, spans, into);
}

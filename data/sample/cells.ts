import type { Day } from "../activity/day.ts";
import { COUNTS } from "../activity/metric.ts";

/** Every (pair, report day), whether anything was reported there or not. */
export interface Cells {
  /** Ascending. */
  readonly days: readonly Day[];
  /** By count, in the order of COUNTS; the cell of pair p and day d is p × days + d. */
  readonly counts: readonly Uint32Array[];
}

/** Empty cells. */
export function makeCells(pairs: number, days: readonly Day[]): Cells {
  return { days, counts: COUNTS.map(() => new Uint32Array(pairs * days.length)) };
}

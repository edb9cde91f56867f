import { setImmediate } from "node:timers/promises";
import { type Buckets, countOf } from "../calendar/bucket.ts";
import { wordsOf } from "../cubes/prefix.ts";
import type { Selection } from "../cubes/selection.ts";
import { addSums, makeSpans, markReported, spansOf } from "../cubes/spans.ts";
import type { Metric } from "../metric.ts";

/** Spans summed before other requests get their turn: a few milliseconds' worth. */
const SPANS_PER_TURN = 65_536;

/** Sums by cell; cell = group * buckets + bucket. */
export interface Aggregate {
  readonly buckets: number;
  readonly cells: number;
  /** 1 where any dataset reported in the cell. */
  readonly reported: Uint8Array;
  /** One column per metric asked for, NaN where none of its datasets reported. */
  readonly sums: ReadonlyMap<Metric, Float64Array>;
}

/**
 * Sums the units of a selection into groups × buckets for every metric. Exact.
 * Gives way to other work as it goes; rejects with the signal's reason once it is aborted.
 *
 * @param groupOf group of the unit at each position of the selection, 0 ≤ group < groups
 */
export async function aggregate(
  selection: Selection,
  groupOf: Uint32Array,
  groups: number,
  over: Buckets,
  metrics: readonly Metric[],
  signal?: AbortSignal,
): Promise<Aggregate> {
  const { cube, units } = selection;
  const buckets = countOf(over);
  const cells = groups * buckets;
  const reported = new Uint8Array(cells);
  const columns = metrics.map((metric) => ({
    metric,
    words: wordsOf(metric),
    into: new Float64Array(cells).fill(Number.NaN),
  }));
  const addSpans = spansOf(cube, over);
  const spans = makeSpans(Math.min(Math.max(SPANS_PER_TURN, buckets), units.length * buckets));
  for (let at = 0; at < units.length; at++) {
    addSpans(units[at]!, groupOf[at]! * buckets, spans);
    if (at + 1 < units.length && spans.length + buckets <= spans.low.length) continue;
    signal?.throwIfAborted();
    markReported(cube, spans, reported);
    for (const { words, into } of columns) addSums(cube, words, spans, into);
    spans.length = 0;
    if (at + 1 < units.length) await setImmediate();
  }
  return { buckets, cells, reported, sums: new Map(columns.map(({ metric, into }) => [metric, into])) };
}

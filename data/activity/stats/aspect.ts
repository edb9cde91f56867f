import type { Aspect, Measure } from "../store.ts";
import type { Aggregate } from "./aggregate.ts";

/** The aspects that the in-memory store answers. */
export const ANSWERED_ASPECTS = ["SUM", "SHARE_OF_TOTAL", "RANK"] as const satisfies readonly Aspect[];
export type AnsweredAspect = (typeof ANSWERED_ASPECTS)[number];

/** Sum per bucket over all groups; NaN where no group has any. */
function bucketTotals(column: Float64Array, buckets: number): Float64Array {
  const totals = new Float64Array(buckets).fill(Number.NaN);
  for (let cell = 0; cell < column.length; cell++) {
    const value = column[cell]!;
    if (Number.isNaN(value)) continue;
    const bucket = cell % buckets;
    const before = totals[bucket]!;
    totals[bucket] = (Number.isNaN(before) ? 0 : before) + value;
  }
  return totals;
}

function shares(column: Float64Array, buckets: number): Float64Array {
  const totals = bucketTotals(column, buckets);
  return column.map((value, cell) => {
    const total = totals[cell % buckets]!;
    return total === 0 ? Number.NaN : value / total;
  });
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

const VIEWS: Readonly<Record<AnsweredAspect, (column: Float64Array, buckets: number) => Float64Array>> = {
  SUM: (column) => column,
  SHARE_OF_TOTAL: shares,
  RANK: ranks,
};

/** Whether the in-memory store answers the aspect. */
export function isAnswered(aspect: Aspect): aspect is AnsweredAspect {
  return (ANSWERED_ASPECTS as readonly Aspect[]).includes(aspect);
}

/** A column of the measure's value per cell, NaN where absent; the aggregate must hold its metric. */
export function view(
  aggregate: Aggregate,
  measure: Measure & { readonly aspect: AnsweredAspect },
): Float64Array {
  return VIEWS[measure.aspect](aggregate.sums.get(measure.metric)!, aggregate.buckets);
}

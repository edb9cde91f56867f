import { adjoining } from "../calendar/bucket.ts";
import { eachReport } from "../calendar/day-kinds.ts";
import { countReports } from "../cubes/prefix.ts";
import type { Selection } from "../cubes/selection.ts";
import { makeSpans, spansOf } from "../cubes/spans.ts";
import type { ActivityTables } from "../cubes/tables.ts";
import type { Day } from "../day.ts";

/** The selection's positions in the order of their groups, and where each group's begin. */
function byGroup(groupOf: Uint32Array, groups: number): { starts: Uint32Array; positions: Uint32Array } {
  const starts = new Uint32Array(groups + 1);
  for (const group of groupOf) starts[group + 1]!++;
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const positions = new Uint32Array(groupOf.length);
  groupOf.forEach((group, position) => {
    positions[next[group]!++] = position;
  });
  return { starts, positions };
}

/** Marks in `seen`, from day `first` on, the days on which any of the units reported any of the datasets. */
function markDays(
  tables: ActivityTables,
  selection: Selection,
  datasets: number,
  range: { readonly from: Day; readonly to: Day },
  seen: Uint8Array,
): void {
  eachReport(tables, selection, range, (day, mask) => {
    if (mask & datasets) seen[day - range.from] = 1;
  });
}

/**
 * Days on which each group reported any of the datasets, by cell = group * buckets + bucket: a day on which
 * several of a group's units reported is one.
 *
 * @param edges of adjoining buckets within the data
 * @param datasets as REPORTS_OF has them
 */
export function reportDaysByCell(
  tables: ActivityTables,
  selection: Selection,
  { groupOf, count }: { readonly groupOf: Uint32Array; readonly count: number },
  edges: readonly Day[],
  datasets: number,
): Float64Array {
  const buckets = edges.length - 1;
  const days = new Float64Array(count * buckets);
  if (buckets === 0) return days;
  const { cube, units } = selection;
  const { starts, positions } = byGroup(groupOf, count);
  const range = { from: edges[0]!, to: edges[buckets]! - 1 };
  const addSpans = spansOf(cube, adjoining(edges));
  const spans = makeSpans(buckets);
  const seen = new Uint8Array(range.to - range.from + 1);
  for (let group = 0; group < count; group++) {
    const members = positions.subarray(starts[group]!, starts[group + 1]!);
    if (members.length === 1) {
      spans.length = 0;
      addSpans(units[members[0]!]!, group * buckets, spans);
      for (let at = 0; at < spans.length; at++) {
        days[spans.cell[at]!] = countReports(cube.entries, spans.low[at]!, spans.high[at]!, datasets);
      }
      continue;
    }
    seen.fill(0);
    const unitsOfGroup = Uint32Array.from(members, (position) => units[position]!);
    markDays(tables, { ...selection, units: unitsOfGroup }, datasets, range, seen);
    for (let bucket = 0; bucket < buckets; bucket++) {
      let sum = 0;
      for (let day = edges[bucket]!; day < edges[bucket + 1]!; day++) sum += seen[day - range.from]!;
      days[group * buckets + bucket] = sum;
    }
  }
  return days;
}

/** Days on which any of the cells, ascending, was reported, one reported by several cells once. */
export function reportDaysOfCells(
  tables: ActivityTables,
  selection: Selection,
  groupOf: Uint32Array,
  edges: readonly Day[],
  datasets: number,
  cells: Uint32Array,
): number {
  const buckets = edges.length - 1;
  if (cells.length === 0) return 0;
  const range = { from: edges[0]!, to: edges[buckets]! - 1 };
  const bucketOf = new Uint32Array(range.to - range.from + 1);
  for (let bucket = 0; bucket < buckets; bucket++) {
    bucketOf.fill(bucket, edges[bucket]! - range.from, edges[bucket + 1]! - range.from);
  }
  const wanted = new Uint8Array((cells.at(-1) ?? 0) + 1);
  for (const cell of cells) wanted[cell] = 1;
  const seen = new Uint8Array(bucketOf.length);
  eachReport(tables, selection, range, (day, mask, position) => {
    const offset = day - range.from;
    if (mask & datasets && wanted[groupOf[position]! * buckets + bucketOf[offset]!]) seen[offset] = 1;
  });
  return seen.reduce((sum, one) => sum + one, 0);
}

import type { Selection } from "../cubes/selection.ts";
import type { ActivityTables } from "../cubes/tables.ts";
import { beginOfMonth, type Day, endOfMonth } from "../day.ts";
import { DAY_KINDS, type DayCounts, type DayRange } from "../store.ts";

export const [SILENT, COVERED, REPORTED, BATCH] = DAY_KINDS.keys().toArray() as [
  number,
  number,
  number,
  number,
];

/** A day's index into DAY_KINDS each, from `from` on; only days from the first report of the whole dataset to its last. */
export interface DayKinds {
  readonly from: Day;
  readonly kinds: Uint8Array;
}

/**
 * Calls back, unit by unit, for every (day, mask of datasets) on which a unit of the selection reported, with the
 * unit's position in it and its state's number, which is one past the states for the country.
 */
export function eachReport(
  tables: ActivityTables,
  { cube, units }: Selection,
  range: DayRange,
  report: (day: Day, mask: number, position: number, state: number) => void,
): void {
  const { days, pairs, first, last } = tables;
  const { districts } = tables.gazetteer;
  const [from, to] = [Math.max(range.from, first), Math.min(range.to, last)];
  for (let position = 0; position < units.length; position++) {
    const unit = units[position]!;
    if (cube.kind === "DAYS") {
      const state = unit < districts.length ? districts[unit]!.state : unit - districts.length;
      const base = unit * days.days - first;
      for (let day = from; day <= to; day++) {
        const mask = days.masks[base + day]!;
        if (mask) report(day, mask, position, state);
      }
    } else {
      const { state } = districts[pairs.district[unit]!]!;
      for (let row = pairs.start[unit]!; row < pairs.start[unit + 1]!; row++) {
        const day = pairs.date[row]!;
        if (day > to) break;
        if (day >= from) report(day, pairs.reports[row]!, position, state);
      }
    }
  }
}

/**
 * The reporting calendar of the selection's places taken together, for the datasets of the mask: a day counts
 * as reported where any of them reported, and as covered where any of them has a batch for its month.
 */
export function dayKinds(
  tables: ActivityTables,
  selection: Selection,
  datasets: number,
  range: DayRange,
): DayKinds {
  const { first, last, days, batches } = tables;
  const [from, to] = [Math.max(range.from, first), Math.min(range.to, last)];
  if (to < from) return { from, kinds: new Uint8Array(0) };
  const start = Math.max(beginOfMonth(from), first);
  const kinds = new Uint8Array(to - start + 1);
  eachReport(tables, selection, { from: start, to }, (day, mask, _, state) => {
    if ((mask & datasets) === 0) return;
    const batch = mask & datasets & batches.masks[state * days.days + day - first]!;
    kinds[day - start] = Math.max(kinds[day - start]!, batch ? BATCH : REPORTED);
  });
  for (let day = start; day <= to; day++) {
    if (kinds[day - start] !== BATCH) continue;
    const end = Math.min(endOfMonth(day), to);
    for (let other = day + 1; other <= end; other++) kinds[other - start]! ||= COVERED;
  }
  return { from, kinds: kinds.subarray(from - start) };
}

export function countKinds({ kinds }: Pick<DayKinds, "kinds">): DayCounts {
  const counts = [0, 0, 0, 0];
  for (const kind of kinds) counts[kind]!++;
  return {
    reportDays: counts[REPORTED]! + counts[BATCH]!,
    batches: counts[BATCH]!,
    coveredDays: counts[COVERED]!,
    missingDays: counts[SILENT]!,
  };
}

import type { DayRange } from "../store.ts";
import type { Selection } from "./selection.ts";
import type { ActivityTables } from "./tables.ts";

/** Days of the range on which any unit of the selection reported. */
export function countReportDays(tables: ActivityTables, selection: Selection, range: DayRange): number {
  const { days, pairs, first, last } = tables;
  const from = Math.max(range.from, first);
  const to = Math.min(range.to, last);
  if (to < from) return 0;
  const seen = new Uint8Array(to - from + 1);
  for (const unit of selection.units) {
    if (selection.kind === "DAYS") {
      const base = unit * days.days + from - first;
      for (let day = 0; day < seen.length; day++) if (days.masks[base + day]) seen[day] = 1;
    } else {
      for (let row = pairs.start[unit]!; row < pairs.start[unit + 1]!; row++) {
        const day = pairs.date[row]! - from;
        if (day >= 0 && day < seen.length) seen[day] = 1;
      }
    }
  }
  return seen.reduce((count, one) => count + one, 0);
}

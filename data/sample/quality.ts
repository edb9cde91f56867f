import type { Quality } from "../activity/dataset.ts";
import { formatDay } from "../activity/day.ts";
import type { ActivityRows } from "../activity/rows.ts";

/**
 * The quality report of made rows: one line for each dataset that reports in a row, all kept; missing
 * are the days between the first and the last report on which nothing was reported anywhere.
 */
export function qualityOf(rows: ActivityRows): Quality {
  let lines = 0;
  for (const mask of rows.reports) lines += (mask & 1) + ((mask >> 1) & 1) + ((mask >> 2) & 1);
  const reported = new Set(rows.date);
  const days = [...reported].sort((a, b) => a - b);
  const missingDates: string[] = [];
  for (let day = days[0] ?? 0; day < (days.at(-1) ?? 0); day++)
    if (!reported.has(day)) missingDates.push(formatDay(day));
  return {
    rowsRead: lines,
    rowsKept: lines,
    duplicates: 0,
    rejected: 0,
    reasons: [],
    renamedStates: 0,
    renamedDistricts: 0,
    missingDates,
  };
}

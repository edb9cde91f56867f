import { select } from "../cubes/selection.ts";
import type { ActivityTables } from "../cubes/tables.ts";
import { REPORTS_OF } from "../metric.ts";
import type { CalendarResult, ValuesQuery } from "../store.ts";
import { dayKinds } from "./day-kinds.ts";

/** The reporting calendar of each place for the datasets that make up the metric. */
export function answerCalendar(
  tables: ActivityTables,
  { places, metric, from, to }: ValuesQuery,
): CalendarResult {
  const calendars = places.map((place) =>
    dayKinds(tables, select(tables, [place], []), REPORTS_OF[metric], { from, to }),
  );
  return { from: Math.max(from, tables.first), kinds: calendars.map(({ kinds }) => kinds) };
}

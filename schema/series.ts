import { countKinds } from "../data/activity/calendar/day-kinds.ts";
import type { Day } from "../data/activity/day.ts";
import type { DayCounts } from "../data/activity/store.ts";
import { builder } from "./builder.ts";
import type { PlaceCalendar, PlaceSeries } from "./context.ts";

interface Point {
  readonly date: Day;
  readonly value: number | null;
  /** The place's reporting calendar within the bucket. */
  readonly days: () => Promise<DayCounts>;
}

export const SeriesPoint = builder.objectRef<Point>("SeriesPoint");

SeriesPoint.implement({
  description: "One bucket of a series.",
  fields: (t) => ({
    date: t.expose("date", {
      type: "Date",
      description: "First day of the bucket; that of the first one is the range's.",
    }),
    value: t.exposeFloat("value", {
      nullable: true,
      description:
        "The metric's sum in the bucket. Unit: persons counted in reports. Null where absent, 0 where zero.",
    }),
    reported: t.boolean({
      description: "False where the place filed no report: value is then null.",
      resolve: ({ value }) => value !== null,
    }),
    batch: t.boolean({
      description:
        "Whether a monthly batch is part of the value: counts of a whole month, dated its 1st. Such a value is no spike.",
      resolve: async ({ days }) => (await days()).batches > 0,
    }),
    reportDays: t.int({
      description: "Days of the bucket on which the place reported the metric.",
      resolve: async ({ days }) => (await days()).reportDays,
    }),
    missingDays: t.int({
      description:
        "Days of the bucket, within the data, with neither a report nor a batch that speaks for them.",
      resolve: async ({ days }) => (await days()).missingDays,
    }),
  }),
});

/**
 * The points of a place's series, one a bucket.
 * @param to last day of the range
 * @param calendar fetches the place's reporting calendar of that range
 */
export function seriesPoints(
  { starts, values }: PlaceSeries,
  to: Day,
  calendar: () => Promise<PlaceCalendar>,
): Point[] {
  return starts.map((date, at) => ({
    date,
    value: Number.isNaN(values[at]!) ? null : values[at]!,
    async days() {
      const { from, kinds } = await calendar();
      const end = (starts[at + 1] ?? to + 1) - from;
      return countKinds({ kinds: kinds.subarray(Math.max(date - from, 0), Math.max(end, 0)) });
    },
  }));
}

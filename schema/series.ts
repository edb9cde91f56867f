import type { Day } from "../data/activity/day.ts";
import { builder } from "./builder.ts";
import type { PlaceSeries } from "./context.ts";

interface Point {
  readonly date: Day;
  readonly value: number | null;
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
  }),
});

/** The points of a place's series, one a bucket. */
export function seriesPoints({ starts, values }: PlaceSeries): Point[] {
  return starts.map((date, at) => ({ date, value: Number.isNaN(values[at]!) ? null : values[at]! }));
}

import type { Measure, StatsRow as Row } from "../data/activity/store.ts";
import { PLACE_LEVELS, type Place as PlaceShape } from "../data/places/place.ts";
import { AspectEnum } from "./aspect.ts";
import { builder } from "./builder.ts";
import { measureKey } from "./measures.ts";
import { MetricEnum } from "./metric.ts";
import { Place } from "./place.ts";

/** A row of an answer together with where each measure stands in it. */
export interface RowShape {
  readonly row: Row;
  readonly columns: ReadonlyMap<string, number>;
}

/** Column of each measure, by its key. */
export function columnsOf(measures: readonly Measure[]): Map<string, number> {
  return new Map(measures.map((measure, at) => [measureKey(measure), at]));
}

function finest(places: readonly PlaceShape[]): PlaceShape | null {
  const depth = (place: PlaceShape) => PLACE_LEVELS.indexOf(place.level);
  return places.reduce<PlaceShape | null>(
    (best, one) => (best && depth(best) > depth(one) ? best : one),
    null,
  );
}

export const StatsRow = builder.objectRef<RowShape>("StatsRow");

StatsRow.implement({
  description: "One group in one time bucket.",
  fields: (t) => ({
    place: t.field({
      type: Place,
      nullable: true,
      description: "The finest place of the group. Null where not grouped by place, and in the total.",
      resolve: ({ row }) => finest(row.places),
    }),
    places: t.field({
      type: [Place],
      complexity: { field: 1, multiplier: 2 },
      description: "The group's places, one per dimension of groupBy and in its order. Empty in the total.",
      resolve: ({ row }) => row.places,
    }),
    from: t.field({
      type: "Date",
      description: "First day of the row's bucket, within the range.",
      resolve: ({ row }) => row.from,
    }),
    to: t.field({
      type: "Date",
      description: "Last day of the row's bucket, within the range.",
      resolve: ({ row }) => row.to,
    }),
    value: t.float({
      nullable: true,
      description:
        "The metric of the group in its bucket, seen under an aspect. Unit: persons counted in reports, or as the aspect says. Null where absent, 0 where zero.",
      args: {
        metric: t.arg({ type: MetricEnum, required: true, description: "What is counted." }),
        as: t.arg({ type: AspectEnum, defaultValue: "SUM", description: "What to say of it." }),
      },
      resolve: ({ row, columns }, { metric, as }) =>
        row.values[columns.get(measureKey({ metric, aspect: as ?? "SUM" }))!]!,
    }),
  }),
});

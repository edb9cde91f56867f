import type { Metric } from "../data/activity/metric.ts";
import type { DayRange } from "../data/activity/store.ts";
import type { Place as PlaceShape } from "../data/places/place.ts";
import { type Change, changeOf, lastWholeMonth, monthOnMonth } from "../engines/insights/month.ts";
import { perReportDay } from "../engines/insights/per-report-day.ts";
import { builder } from "./builder.ts";
import type { GraphContext } from "./context.ts";
import { PerReportDay } from "./per-report-day.ts";

/** A month's figure beside the one before. */
export interface MonthShown extends Change {
  readonly metric: Metric;
  /** Of which place; of all the data where null. */
  readonly place: PlaceShape | null;
  readonly month: DayRange;
  /** What it is compared with. */
  readonly compared: DayRange | null;
}

export const MonthChange = builder.objectRef<MonthShown>("MonthChange");
MonthChange.implement({
  description:
    "A metric in the last whole month of the data, beside the month before. Unit: persons counted in reports. The compared span is moved from the calendar's so that it holds as many report days.",
  fields: (t) => ({
    from: t.field({
      type: "Date",
      description: "First day of the month.",
      resolve: ({ month }) => month.from,
    }),
    to: t.field({ type: "Date", description: "Its last day.", resolve: ({ month }) => month.to }),
    value: t.exposeFloat("value", { nullable: true, description: "In the month. Null where absent." }),
    previous: t.exposeFloat("previous", {
      nullable: true,
      description: "In the compared span. Null where absent.",
    }),
    change: t.exposeFloat("change", {
      nullable: true,
      description: "value − previous; null where either is absent.",
    }),
    changeRatio: t.exposeFloat("ratio", {
      nullable: true,
      description: "change over previous, 0.1 being 10 %; null where that is 0 or absent.",
    }),
    comparedFrom: t.field({
      type: "Date",
      nullable: true,
      description: "First day of the compared span.",
      resolve: ({ compared }) => compared?.from ?? null,
    }),
    comparedTo: t.field({
      type: "Date",
      nullable: true,
      description: "Its last day.",
      resolve: ({ compared }) => compared?.to ?? null,
    }),
    perReportDay: t.field({
      type: PerReportDay,
      complexity: 50,
      description: "The same per report day, beside the calendar's month before.",
      resolve: ({ metric, month, place }, _, { store, signal }) =>
        perReportDay(store, metric, month, place, signal),
    }),
  }),
});

/** A metric of a place, or the country, in the data's last whole month; null where they hold none. */
export async function monthOf(
  { store, signal }: GraphContext,
  metric: Metric,
  place: PlaceShape | null = null,
): Promise<MonthShown | null> {
  const month = lastWholeMonth(store);
  if (month === null) return null;
  const of = { places: place === null ? null : [place], groupBy: [] };
  const { total, compared } = await monthOnMonth(store, metric, month, of, signal);
  return { metric, place, month, compared, ...changeOf(total.values) };
}

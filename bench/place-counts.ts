import { COUNTS, type Metric } from "../data/activity/metric.ts";
import type { ActivityStore, DayRange } from "../data/activity/store.ts";
import { DAY_KINDS } from "../data/activity/store.ts";
import { RISK_COUNTS, type RiskCount } from "../engines/risk/counts.ts";
import { quantile } from "./median.ts";

/** Sums of every pincode over the range; NaN where it filed no such report. */
export const sumsOf = (store: ActivityStore, metric: Metric, range: DayRange) =>
  store.values({ places: store.gazetteer.pincodes, metric, ...range });

/** The seven counts of every pincode over the range. */
export async function riskCountsOf(store: ActivityStore, range: DayRange) {
  const columns = await Promise.all(COUNTS.map((metric) => sumsOf(store, metric, range)));
  return Object.fromEntries(RISK_COUNTS.map((name, at) => [name, columns[at]!])) as Record<
    RiskCount,
    Float64Array
  >;
}

/** Each pincode's largest and middle report day of demographic updates, batches left out; NaN where it has none. */
export async function demographicDays(store: ActivityStore, range: DayRange) {
  const query = { places: store.gazetteer.pincodes, metric: "DEMOGRAPHIC_UPDATE" as const, ...range };
  const { values } = await store.series({ ...query, bucket: "DAY" });
  const { kinds } = await store.calendar(query);
  const reported = DAY_KINDS.indexOf("REPORTED");
  const days = values.map((ofPlace, place) => [
    ...ofPlace.filter((value, day) => !Number.isNaN(value) && kinds[place]![day] === reported),
  ]);
  return {
    largest: Float64Array.from(days, (list) => (list.length === 0 ? Number.NaN : Math.max(...list))),
    usual: Float64Array.from(days, (list) => quantile(list, 0.5) ?? Number.NaN),
  };
}

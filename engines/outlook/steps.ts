import { endOfMonth } from "../../data/activity/day.ts";
import type { Metric } from "../../data/activity/metric.ts";
import type { ActivityStore } from "../../data/activity/store.ts";
import type { Place } from "../../data/places/place.ts";
import type { Frame } from "./frame.ts";

/**
 * What each place counted of a metric in each step of a frame: 0 where it filed no report though others did, since the
 * publication has no rows of zeros; NaN in steps that are not open.
 */
export async function countsIn(
  store: ActivityStore,
  places: readonly Place[],
  metric: Metric,
  { grain, starts, open }: Frame,
  signal?: AbortSignal,
): Promise<Float64Array[]> {
  const last = starts.at(-1)!;
  const range = { from: starts[0]!, to: grain === "DAY" ? last : endOfMonth(last) };
  const { values } = await store.series({ places, metric, bucket: grain, ...range }, signal);
  return values.map((column) =>
    Float64Array.from(open, (is, at) => (is === 1 ? column[at] || 0 : Number.NaN)),
  );
}

/**
 * The sum of a series' open steps before `end`, each open step counting half as much as the one `halfLife` open steps
 * after it. Linear in the series: sums of parts add up to that of the whole.
 */
export function fadingSum(series: Float64Array, end: number, halfLife: number): number {
  const kept = 0.5 ** (1 / halfLife);
  let sum = 0;
  for (let at = 0; at < end; at++) {
    const value = series[at]!;
    if (!Number.isNaN(value)) sum = sum * kept + value;
  }
  return sum;
}

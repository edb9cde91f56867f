import type { DatasetKind } from "../../data/activity/metric.ts";
import type { ActivityStore, DayRange } from "../../data/activity/store.ts";
import type { Place } from "../../data/places/place.ts";

/** Places asked of the store at once: their days fit the processor's cache and no request waits long behind them. */
const AT_ONCE = 256;

/** One place's days. */
export interface PlaceDays {
  /** Position in the list of places. */
  readonly place: number;
  readonly counts: Float64Array;
  /** Indices into DAY_KINDS. */
  readonly kinds: Uint8Array;
}

/** The days of each place, in the order of the list. */
export async function* daysOfPlaces(
  store: ActivityStore,
  places: readonly Place[],
  metric: DatasetKind,
  range: DayRange,
): AsyncGenerator<PlaceDays> {
  for (let start = 0; start < places.length; start += AT_ONCE) {
    const some = places.slice(start, start + AT_ONCE);
    const query = { places: some, metric, ...range };
    const [{ values }, { kinds }] = await Promise.all([
      store.series({ ...query, bucket: "DAY" }),
      store.calendar(query),
    ]);
    for (let at = 0; at < some.length; at++)
      yield { place: start + at, counts: values[at]!, kinds: kinds[at]! };
  }
}

import DataLoader from "dataloader";
import type { Dataset } from "../data/activity/dataset.ts";
import type { Metric } from "../data/activity/metric.ts";
import type { ActivityStore, DayRange, TimeGrain } from "../data/activity/store.ts";
import type { Language, Place } from "../data/places/place.ts";
import type { FollowAlerts } from "./alert-event.ts";
import { type Compute, HERE } from "./compute.ts";
import { type Engines, NO_ENGINES } from "./engines.ts";

/** One place's series: `starts[i]` is the first day of bucket i, `values[i]` its sum, NaN where absent. */
export interface PlaceSeries {
  readonly starts: readonly number[];
  readonly values: Float64Array;
}

/** One place's reporting calendar: `kinds[i]` is the index into DAY_KINDS of day `from + i`. */
export interface PlaceCalendar {
  readonly from: number;
  readonly kinds: Uint8Array;
}

/** What only callers with an admin's key may do. */
export interface Admin {
  /** Serves DATA_DIR's current snapshot; gives the dataset then served. */
  reloadDataset(): Promise<Dataset>;
  /** Lets go of cached answers that bear one of the tags, of all where null; gives how many there were. */
  purgeCache(tags: readonly string[] | null, soft: boolean): Promise<number>;
}

/** What every resolver of one request shares; loaders gather what one level of a query asks into one store call. */
export interface GraphContext {
  readonly store: ActivityStore;
  /** Aborted when the request ran out of time or its client has gone. */
  readonly signal?: AbortSignal | undefined;
  readonly engines: Engines;
  /** Computes what depends on a request's arguments. */
  readonly compute: Compute;
  /** Says a finished answer in other words; gives null where the plain one should stand. */
  readonly phrase: Phrase;
  /** Null where the operation cannot subscribe. */
  readonly follow: FollowAlerts | null;
  /** Null where the caller is no admin. */
  readonly admin: Admin | null;
  /** Sums of the metric over the range by place; null where absent. */
  values(metric: Metric, range: DayRange): DataLoader<Place, number | null>;
  series(metric: Metric, bucket: TimeGrain, range: DayRange): DataLoader<Place, PlaceSeries>;
  /** When the place reported the metric, day by day of the range. */
  calendar(metric: Metric, range: DayRange): DataLoader<Place, PlaceCalendar>;
}

function remembered<L>(loaders: Map<string, L>, key: string, make: () => L): L {
  let loader = loaders.get(key);
  if (loader === undefined) {
    loader = make();
    loaders.set(key, loader);
  }
  return loader;
}

/** Says a finished answer in other words, or null where the plain one should stand. */
export type Phrase = (plain: string, language: Language, signal?: AbortSignal) => Promise<string | null>;

const PLAINLY: Phrase = async () => null;

export type ContextOptions = Partial<
  Pick<GraphContext, "signal" | "admin" | "engines" | "follow" | "compute" | "phrase">
>;

/**
 * The context of one request. It holds the store it was made with, so that a request never sees two
 * dataset versions however the server swaps them meanwhile.
 */
export function createContext(store: ActivityStore, given: ContextOptions = {}): GraphContext {
  const {
    signal,
    admin = null,
    engines = NO_ENGINES,
    follow = null,
    compute = HERE,
    phrase = PLAINLY,
  } = given;
  const values = new Map<string, DataLoader<Place, number | null>>();
  const series = new Map<string, DataLoader<Place, PlaceSeries>>();
  const calendars = new Map<string, DataLoader<Place, PlaceCalendar>>();
  return {
    store,
    signal,
    engines,
    compute,
    phrase,
    follow,
    admin,
    values: (metric, { from, to }) =>
      remembered(
        values,
        `${metric} ${from} ${to}`,
        () =>
          new DataLoader(async (places) => {
            const sums = await store.values({ places, metric, from, to }, signal);
            return Array.from(sums, (sum) => (Number.isNaN(sum) ? null : sum));
          }),
      ),
    series: (metric, bucket, { from, to }) =>
      remembered(
        series,
        `${metric} ${bucket} ${from} ${to}`,
        () =>
          new DataLoader(async (places) => {
            const found = await store.series({ places, metric, bucket, from, to }, signal);
            return found.values.map((column) => ({ starts: found.starts, values: column }));
          }),
      ),
    calendar: (metric, { from, to }) =>
      remembered(
        calendars,
        `${metric} ${from} ${to}`,
        () =>
          new DataLoader(async (places) => {
            const found = await store.calendar({ places, metric, from, to }, signal);
            return found.kinds.map((kinds) => ({ from: found.from, kinds }));
          }),
      ),
  };
}

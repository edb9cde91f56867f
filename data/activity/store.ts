import type { Gazetteer, Place } from "../places/place.ts";
import type { Dataset } from "./dataset.ts";
import type { Day } from "./day.ts";
import type { Metric } from "./metric.ts";

export type Dimension = "STATE" | "DISTRICT" | "PINCODE";
export type TimeGrain = "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";
export type Aspect =
  | "SUM"
  | "PER_REPORT_DAY"
  | "SHARE_OF_TOTAL"
  | "PREVIOUS"
  | "CHANGE"
  | "CHANGE_RATIO"
  | "CUMULATIVE"
  | "ROLLING_MEAN_7"
  | "RANK";
/** PREVIOUS_PERIOD: as long, right before; the others: the same days of the month or year before. */
export type Comparison = "PREVIOUS_PERIOD" | "PREVIOUS_MONTH" | "PREVIOUS_YEAR";
export type Direction = "ASC" | "DESC";

/** One number asked of each group: a metric seen under an aspect. */
export interface Measure {
  readonly metric: Metric;
  readonly aspect: Aspect;
}

/** Both days are included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

export interface ValuesQuery extends DayRange {
  readonly places: readonly Place[];
  readonly metric: Metric;
}

export interface SeriesQuery extends DayRange {
  readonly places: readonly Place[];
  readonly metric: Metric;
  readonly bucket: TimeGrain;
}

/** `starts[i]` is the first day of bucket i (clipped to the range); `values[p][i]` is place p's sum in it, NaN where absent. */
export interface SeriesResult {
  readonly starts: readonly Day[];
  readonly values: readonly Float64Array[];
}

/**
 * What a day is to a place and metric. SILENT: no report. COVERED: no report of its own, but a monthly batch
 * speaks for it. REPORTED: a report of that day. BATCH: the report of a whole month, dated its 1st.
 */
export const DAY_KINDS = ["SILENT", "COVERED", "REPORTED", "BATCH"] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** How many days of each kind; report days are days with a report, batches among them. */
export interface DayCounts {
  readonly reportDays: number;
  readonly batches: number;
  readonly coveredDays: number;
  readonly missingDays: number;
}

/** `kinds[p][i]` is the index into DAY_KINDS of day `from + i` for place p; days outside the data are left out. */
export interface CalendarResult {
  readonly from: Day;
  readonly kinds: readonly Uint8Array[];
}

/** Bounds that a row's value must keep, all of them; one that is absent keeps none. */
export interface Condition extends Measure {
  readonly gt?: number | null | undefined;
  readonly gte?: number | null | undefined;
  readonly lt?: number | null | undefined;
  readonly lte?: number | null | undefined;
}

export interface StatsQuery extends DayRange {
  /** Union of places, all of the activity where null. */
  readonly places: readonly Place[] | null;
  readonly groupBy: readonly Dimension[];
  readonly bucket: TimeGrain | null;
  /** What PREVIOUS, CHANGE and CHANGE_RATIO compare with; null where nothing is compared. */
  readonly compareTo: Comparison | null;
  /** Which rows are listed and totalled; shares and ranks are among all rows nevertheless. */
  readonly having: readonly Condition[];
  /** What every row must carry. */
  readonly measures: readonly Measure[];
  readonly orderBy: (Measure & { readonly direction: Direction }) | null;
  readonly first: number;
  /** Cursor of the row to go on after. */
  readonly after: string | null;
}

export interface StatsRow extends DayRange {
  /** One place per dimension of groupBy, in its order; empty where not grouped by place. */
  readonly places: readonly Place[];
  /** Aligned with the query's measures; null where absent. */
  readonly values: readonly (number | null)[];
}

/** The compared period: from the first day of the first bucket's to the last day of the last one's. */
export interface Compared extends DayRange {
  /** Whether it was moved from the calendar's to hold as many report days. */
  readonly aligned: boolean;
  /** Days in it on which the matched places reported any of the metrics asked for; a batch is one. */
  readonly reportDays: number;
}

export interface StatsResult {
  /** Rows that matched, before first and after. */
  readonly totalGroups: number;
  readonly rows: readonly StatsRow[];
  /** One row of everything that matched. */
  readonly total: StatsRow;
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
  /** The days of the range on which the matched places, taken together, reported any of the metrics asked for. */
  readonly days: DayCounts;
  /** With what was compared; null without compareTo. */
  readonly compared: Compared | null;
}

/** Every row of a query, in its order and in batches that are made as they are taken. */
export interface StatsListing extends Omit<StatsResult, "rows" | "hasNextPage" | "endCursor"> {
  readonly batches: AsyncIterable<readonly StatsRow[]>;
}

/**
 * What the graph asks of the activity, whatever engine holds it. One store serves one dataset version.
 * Sums are exact. Mistakes of the caller are thrown as Fault; an aborted signal rejects with its reason.
 */
export interface ActivityStore {
  readonly dataset: Dataset;
  readonly gazetteer: Gazetteer;
  /** Whether the dataset has any row at or under the place. */
  populated(place: Place): boolean;
  /** The pincodes with rows in the district, sorted by code; a pincode may stand in several districts. */
  pincodesOf(district: number): readonly number[];
  /** The districts in which the pincode has rows, sorted by code. */
  districtsOf(pincode: number): readonly number[];
  /** The metric's sum per place over the range, aligned with `places`; NaN where absent. */
  values(query: ValuesQuery, signal?: AbortSignal): Promise<Float64Array>;
  series(query: SeriesQuery, signal?: AbortSignal): Promise<SeriesResult>;
  /** When each place reported the metric, day by day. */
  calendar(query: ValuesQuery, signal?: AbortSignal): Promise<CalendarResult>;
  stats(query: StatsQuery, signal?: AbortSignal): Promise<StatsResult>;
  /** All rows of the query, whatever its first and after. */
  list(query: StatsQuery, signal?: AbortSignal): Promise<StatsListing>;
}

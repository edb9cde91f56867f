import { REPORTED, SILENT } from "../../data/activity/calendar/day-kinds.ts";
import { addMonths, beginOfMonth, type Day, endOfMonth } from "../../data/activity/day.ts";
import type { DatasetKind } from "../../data/activity/metric.ts";
import type { ActivityStore, DayRange } from "../../data/activity/store.ts";

/** What forecasts are made of: days on which anybody reports, or whole months. */
export const GRAINS = ["DAY", "MONTH"] as const;
export type Grain = (typeof GRAINS)[number];

/** The past of one dataset as equal steps, and which of those to come are forecast. */
export interface Frame {
  readonly grain: Grain;
  /** First day of each step of the past. */
  readonly starts: readonly Day[];
  /** Whether anybody in the country reported in the step: 1 or 0. What no one reports in says nothing of any place. */
  readonly open: Uint8Array;
  /** First day of each step to come, one after the other. */
  readonly future: readonly Day[];
  /** Whether reports are to be expected in it, 1 or 0. */
  readonly opens: Uint8Array;
  /** Open steps among the last that `opens` goes by, 0..1. */
  readonly openShare: number;
}

/** How a grain is forecast. */
export interface GrainRules {
  /** Steps of a season. */
  readonly season: number;
  /** Steps ahead at most. */
  readonly horizon: number;
  /** Open steps after which a place's part in its state counts half. */
  readonly halfLife: number;
  /** Open steps without which nothing can be checked. */
  readonly least: number;
  /** Steps between points of the past from which is forecast, how many there are, and how far each looks. */
  readonly every: number;
  readonly origins: number;
  readonly reach: number;
}

export const RULES: Readonly<Record<Grain, GrainRules>> = {
  DAY: { season: 7, horizon: 180, halfLife: 14, least: 21, every: 7, origins: 6, reach: 28 },
  MONTH: { season: 1, horizon: 6, halfLife: 2, least: 3, every: 1, origins: 4, reach: 3 },
};

/** Days over which the weekdays of reports are learnt. */
const RECENT = 56;
const DAYS_A_WEEK = 7;
/** A weekday brings reports where it did so half as often as the best. */
const OFTEN = 0.5;

/** What the country reported of a dataset, day by day. */
async function countryKinds(store: ActivityStore, metric: DatasetKind, range: DayRange): Promise<Uint8Array> {
  const { kinds } = await store.calendar({ places: [store.gazetteer.country], metric, ...range });
  return kinds[0]!;
}

function weekdaysOf(open: Uint8Array, first: Day): boolean[] {
  const [seen, all] = [new Float64Array(DAYS_A_WEEK), new Float64Array(DAYS_A_WEEK)];
  for (let at = Math.max(0, open.length - RECENT); at < open.length; at++) {
    const weekday = (first + at) % DAYS_A_WEEK;
    all[weekday]!++;
    seen[weekday]! += open[at]!;
  }
  const rates = seen.map((count, weekday) => count / (all[weekday]! || 1));
  const best = Math.max(...rates);
  return Array.from(rates, (rate) => best > 0 && rate >= OFTEN * best);
}

/** The days from the first report of a day on; null where there is none of late. */
export async function dayFrame(
  store: ActivityStore,
  metric: DatasetKind,
  range: DayRange,
): Promise<Frame | null> {
  const kinds = await countryKinds(store, metric, range);
  const begin = kinds.indexOf(REPORTED);
  const { horizon } = RULES.DAY;
  if (begin < 0) return null;
  const own = kinds.subarray(begin);
  const open = Uint8Array.from(own, (kind) => (kind === REPORTED ? 1 : 0));
  const recent = open.subarray(-RECENT);
  const count = (days: Uint8Array) => days.reduce((sum, one) => sum + one, 0);
  if (count(recent) === 0) return null;
  const first = range.from + begin;
  const weekdays = weekdaysOf(open, first);
  const future = Array.from({ length: horizon }, (_, at) => range.to + 1 + at);
  return {
    grain: "DAY",
    starts: Array.from(open, (_, at) => first + at),
    open,
    future,
    opens: Uint8Array.from(future, (day) => (weekdays[day % DAYS_A_WEEK] ? 1 : 0)),
    openShare: count(recent) / recent.length,
  };
}

/** The whole months of the range; null where none has a report. */
export async function monthFrame(
  store: ActivityStore,
  metric: DatasetKind,
  range: DayRange,
): Promise<Frame | null> {
  const kinds = await countryKinds(store, metric, range);
  const starts: Day[] = [];
  const open: number[] = [];
  let month = beginOfMonth(range.from) === range.from ? range.from : addMonths(beginOfMonth(range.from), 1);
  for (; endOfMonth(month) <= range.to; month = addMonths(month, 1)) {
    const days = kinds.subarray(month - range.from, endOfMonth(month) - range.from + 1);
    starts.push(month);
    open.push(days.some((kind) => kind !== SILENT) ? 1 : 0);
  }
  const count = open.reduce((sum, one) => sum + one, 0);
  if (count === 0) return null;
  return {
    grain: "MONTH",
    starts,
    open: Uint8Array.from(open),
    future: Array.from({ length: RULES.MONTH.horizon }, (_, at) => addMonths(month, at)),
    opens: new Uint8Array(RULES.MONTH.horizon).fill(1),
    openShare: count / starts.length,
  };
}

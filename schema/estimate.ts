import type { Day } from "../data/activity/day.ts";
import type { Dimension, TimeGrain } from "../data/activity/store.ts";
import type { PlaceLevel } from "../data/places/place.ts";
import { MAX_FIRST } from "./page.ts";

/** Places India has at each level, rounded up; costs are estimated before any store is asked. */
const PLACES: Readonly<Record<PlaceLevel, number>> = {
  COUNTRY: 1,
  STATE: 36,
  DISTRICT: 800,
  PINCODE: 20_000,
};

/** The most places of the finer levels that one place holds, rounded up. */
const PLACES_IN: Readonly<Record<PlaceLevel, Readonly<Record<PlaceLevel, number>>>> = {
  COUNTRY: PLACES,
  STATE: { COUNTRY: 0, STATE: 1, DISTRICT: 80, PINCODE: 2500 },
  DISTRICT: { COUNTRY: 0, STATE: 0, DISTRICT: 1, PINCODE: 150 },
  PINCODE: { COUNTRY: 0, STATE: 0, DISTRICT: 0, PINCODE: 1 },
};

/** Days of one bucket. */
const DAYS: Readonly<Record<TimeGrain, number>> = { DAY: 1, WEEK: 7, MONTH: 30, QUARTER: 91, YEAR: 365 };

/** Days a range is taken for where either end is left to the dataset. */
const USUAL_DAYS = 366;

/** Usual size of lists that take no size from the caller. */
export const USUAL = {
  ancestors: 3,
  districts: 25,
  pincodes: 30,
  breaks: 6,
  reasons: 10,
  missingDates: 100,
  spans: 60,
};

/** Cost of one (group, bucket, measure) added up in the store beside that of a field in the answer. */
export const CELL_COST = 0.002;

interface Ends {
  readonly from?: Day | null | undefined;
  readonly to?: Day | null | undefined;
}

/** The level that a code speaks of by its form alone, known or not. */
function levelOf(code: string): PlaceLevel {
  if (/^\d/.test(code)) return "PINCODE";
  if (code.includes("/")) return "DISTRICT";
  return code === "IN" ? "COUNTRY" : "STATE";
}

/** At most how many places of the level lie within the place of this code. */
export function countPlaces(level: PlaceLevel, within: string | null | undefined): number {
  return PLACES_IN[levelOf(within ?? "IN")][level];
}

/** At most how many buckets the range has. */
export function countBuckets(bucket: TimeGrain | null | undefined, ends: Ends): number {
  if (bucket == null) return 1;
  const { from, to } = ends;
  const days = from == null || to == null ? USUAL_DAYS : Math.max(to - from + 1, 1);
  return Math.ceil(days / DAYS[bucket]) + 1;
}

/** At most how many groups these dimensions make of these places (everything where null). */
export function countGroups(
  groupBy: readonly Dimension[] | null | undefined,
  places: readonly string[] | null | undefined,
): number {
  const finest = (["PINCODE", "DISTRICT", "STATE"] as const).find((one) => groupBy?.includes(one));
  if (finest === undefined) return 1;
  if (places == null) return PLACES[finest];
  const counted = places.reduce((sum, code) => sum + Math.max(countPlaces(finest, code), 1), 0);
  return Math.min(counted, PLACES[finest]);
}

/** A page size for the estimate; one out of bounds is refused later, by the field itself. */
export function countPage(first: number | null | undefined, usual: number): number {
  return Math.min(Math.max(first ?? usual, 0), MAX_FIRST);
}

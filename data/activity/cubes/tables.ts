import type { Gazetteer } from "../../places/place.ts";
import type { Day } from "../day.ts";
import type { ActivityRows } from "../rows.ts";
import { type Batches, findBatches } from "./batches.ts";
import { buildDayCube, type DayCube } from "./day-cube.ts";
import { buildPincodeCube, type PincodeCube } from "./pincode-cube.ts";

/** Everything the in-memory store answers from: the rows' two prefix cubes and the places they speak of. */
export interface ActivityTables {
  readonly gazetteer: Gazetteer;
  readonly pairs: PincodeCube;
  readonly days: DayCube;
  /** Which reports are of a whole month. */
  readonly batches: Batches;
  /** First and last report date. */
  readonly first: Day;
  readonly last: Day;
  /** Pairs of gazetteer district d: districtPairs[d], ascending by pincode. */
  readonly districtPairs: readonly Uint32Array[];
}

function extent(dates: Uint16Array): { first: Day; last: Day } {
  let [first, last] = [dates[0]!, dates[0]!];
  for (const date of dates) {
    if (date < first) first = date;
    if (date > last) last = date;
  }
  return { first, last };
}

function groupPairs(pairs: PincodeCube, districts: number): Uint32Array[] {
  const lists: number[][] = Array.from({ length: districts }, () => []);
  for (let pair = 0; pair < pairs.units; pair++) lists[pairs.district[pair]!]!.push(pair);
  return lists.map((list) => Uint32Array.from(list));
}

/** Builds the cubes of at least one row; every code of the rows must be known to the gazetteer. */
export function buildTables(rows: ActivityRows, gazetteer: Gazetteer): ActivityTables {
  const { first, last } = extent(rows.date);
  const days = last - first + 1;
  const pairs = buildPincodeCube(rows, gazetteer, first, days);
  const dayCube = buildDayCube(rows, pairs, gazetteer, first, days);
  return {
    gazetteer,
    pairs,
    days: dayCube,
    batches: findBatches(dayCube, gazetteer.states.length),
    first,
    last,
    districtPairs: groupPairs(pairs, gazetteer.districts.length),
  };
}

import type { Gazetteer, Place } from "../../places/place.ts";
import type { Day } from "../day.ts";
import { COUNTS } from "../metric.ts";
import type { ActivityRows } from "../rows.ts";
import type { PincodeCube } from "./pincode-cube.ts";
import { addReport, ENTRY, type Locator, type PrefixCube } from "./prefix.ts";

/**
 * Prefix sums per place and calendar day for every district, state and the country, in that order of units.
 * Dense: (days + 1) entries a unit, so that a lookup needs no search. Its reports count report days, not rows.
 */
export interface DayCube extends PrefixCube {
  readonly kind: "DAYS";
  readonly first: Day;
  readonly days: number;
  /** Bit d of masks[unit * days + day]: dataset d reported on that day somewhere under the unit. */
  readonly masks: Uint8Array;
  /** How many of the units, the first ones, are districts; the states follow, then the country. */
  readonly districts: number;
}

/** Adds every row to its district's entry after its day, and its mask to its district's day. */
function addRows(
  rows: ActivityRows,
  pairs: PincodeCube,
  first: Day,
  days: number,
  entries: Uint32Array,
  masks: Uint8Array,
): void {
  for (let pair = 0; pair < pairs.units; pair++) {
    const district = pairs.district[pair]!;
    for (let row = pairs.start[pair]!; row < pairs.start[pair + 1]!; row++) {
      const day = rows.date[row]! - first;
      const at = (district * (days + 1) + day + 1) * ENTRY;
      for (let count = 0; count < COUNTS.length; count++) entries[at + count]! += rows.counts[count]![row]!;
      masks[district * days + day]! |= rows.reports[row]!;
    }
  }
}

/** Adds every district's days to its state's and the country's. */
function rollUp(gazetteer: Gazetteer, days: number, entries: Uint32Array, masks: Uint8Array): void {
  const districts = gazetteer.districts.length;
  const country = districts + gazetteer.states.length;
  for (const district of gazetteer.districts) {
    for (const parent of [districts + district.state, country]) {
      const [from, to] = [district.index * (days + 1) * ENTRY, parent * (days + 1) * ENTRY];
      for (let word = 0; word < (days + 1) * ENTRY; word++) entries[to + word]! += entries[from + word]!;
      for (let day = 0; day < days; day++) masks[parent * days + day]! |= masks[district.index * days + day]!;
    }
  }
}

/** Turns each unit's days into running totals. */
function accumulate(units: number, days: number, entries: Uint32Array, masks: Uint8Array): void {
  for (let unit = 0; unit < units; unit++) {
    for (let day = 0; day < days; day++) {
      const at = (unit * (days + 1) + day + 1) * ENTRY;
      for (let word = 0; word < ENTRY; word++) entries[at + word]! += entries[at + word - ENTRY]!;
      addReport(entries, at, masks[unit * days + day]!);
    }
  }
}

/** Builds the cube over `days` days from `first`, within which every row must lie. */
export function buildDayCube(
  rows: ActivityRows,
  pairs: PincodeCube,
  gazetteer: Gazetteer,
  first: Day,
  days: number,
): DayCube {
  const districts = gazetteer.districts.length;
  const units = districts + gazetteer.states.length + 1;
  const entries = new Uint32Array(units * (days + 1) * ENTRY);
  const masks = new Uint8Array(units * days);
  addRows(rows, pairs, first, days, entries, masks);
  rollUp(gazetteer, days, entries, masks);
  accumulate(units, days, entries, masks);
  return { kind: "DAYS", units, first, days, districts, masks, entries, activity: null };
}

/** The unit of a country, state or district. */
export function dayUnitOf(
  { units, districts }: DayCube,
  place: Exclude<Place, { level: "PINCODE" }>,
): number {
  if (place.level === "DISTRICT") return place.index;
  return place.level === "STATE" ? districts + place.index : units - 1;
}

/** Where each edge day's entry of a unit stands: see locatorOf. */
export function locateDays({ first, days }: DayCube, edges: readonly Day[]): Locator {
  const offsets = edges.map((edge) => Math.min(Math.max(edge - first, 0), days));
  return (unit, out) => {
    const base = unit * (days + 1);
    for (let edge = 0; edge < offsets.length; edge++) out[edge] = base + offsets[edge]!;
  };
}

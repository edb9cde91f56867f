import type { Place } from "../../places/place.ts";
import type { Dimension } from "../store.ts";
import { dayUnitOf } from "./day-cube.ts";
import type { Cube } from "./spans.ts";
import type { ActivityTables } from "./tables.ts";

/**
 * The disjoint units of one cube that a query is about: the coarsest that still answer it exactly.
 * Units of the DAYS cube may be of several levels, districts first, then states, then the country.
 */
export interface Selection {
  readonly cube: Cube;
  /** Ascending, each once. */
  readonly units: Uint32Array;
}

function ones(marks: Uint8Array, offset = 0): number[] {
  const units: number[] = [];
  for (let index = 0; index < marks.length; index++) if (marks[index]) units.push(offset + index);
  return units;
}

/** Marks of the union of the places at each level; a place under a marked one may be marked again. */
function markPlaces(tables: ActivityTables, places: readonly Place[]) {
  const { gazetteer, pairs } = tables;
  const marks = {
    states: new Uint8Array(gazetteer.states.length),
    districts: new Uint8Array(gazetteer.districts.length),
    pairs: new Uint8Array(pairs.units),
  };
  for (const place of places) {
    if (place.level === "COUNTRY") marks.states.fill(1);
    else if (place.level === "STATE") marks.states[place.index] = 1;
    else if (place.level === "DISTRICT") marks.districts[place.index] = 1;
    else marks.pairs.fill(1, pairs.pincodeStart[place.index]!, pairs.pincodeStart[place.index + 1]!);
  }
  return marks;
}

/** The union of the places (everything where null), each unit once however many places name it. */
export function select(
  tables: ActivityTables,
  places: readonly Place[] | null,
  groupBy: readonly Dimension[],
): Selection {
  const { gazetteer, days, pairs } = tables;
  const wanted = places ?? [gazetteer.country];
  const whole = wanted.some((place) => place.level === "COUNTRY");
  if (whole && groupBy.length === 0) {
    return { cube: days, units: Uint32Array.of(dayUnitOf(days, gazetteer.country)) };
  }
  const marks = markPlaces(tables, wanted);
  const byPincode =
    groupBy.includes("PINCODE") || (!whole && wanted.some((place) => place.level === "PINCODE"));
  const byDistrict = byPincode || groupBy.includes("DISTRICT");
  for (const district of gazetteer.districts) {
    if (marks.states[district.state]) marks.districts[district.index] = byDistrict ? 1 : 0;
  }
  if (!byPincode) {
    const states = byDistrict ? [] : ones(marks.states, gazetteer.districts.length);
    return { cube: days, units: Uint32Array.from([...ones(marks.districts), ...states]) };
  }
  for (let pair = 0; pair < pairs.units; pair++)
    marks.pairs[pair]! |= marks.districts[pairs.district[pair]!]!;
  return { cube: pairs, units: Uint32Array.from(ones(marks.pairs)) };
}

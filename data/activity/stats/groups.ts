import type { Place } from "../../places/place.ts";
import type { Selection } from "../cubes/selection.ts";
import type { ActivityTables } from "../cubes/tables.ts";
import type { Dimension } from "../store.ts";

/** The groups of a selection, numbered by the code of their finest place, then of the coarser ones. */
export interface Groups {
  readonly count: number;
  /** Group of the unit at each position of the selection. */
  readonly groupOf: Uint32Array;
  /** One place per dimension, in the order of groupBy. */
  placesOf(group: number): Place[];
}

interface UnitPlaces {
  readonly state: (unit: number) => number;
  readonly district: (unit: number) => number;
  readonly pincode: (unit: number) => number;
}

function placesOfUnits(tables: ActivityTables, selection: Selection): UnitPlaces {
  const { pairs } = tables;
  const { districts } = tables.gazetteer;
  const district =
    selection.cube.kind === "PAIRS" ? (unit: number) => pairs.district[unit]! : (unit: number) => unit;
  return {
    district,
    state: (unit) => districts[district(unit)]?.state ?? unit - districts.length,
    pincode: (unit) => pairs.pincode[unit]!,
  };
}

/** A number per unit that is equal within a group and ascends in the order of groups, and its upper bound. */
function keyOf(
  groupBy: readonly Dimension[],
  tables: ActivityTables,
  units: UnitPlaces,
): [(unit: number) => number, number] {
  const { states, districts, pincodes } = tables.gazetteer;
  const has = (dimension: Dimension) => groupBy.includes(dimension);
  if (has("PINCODE") && has("DISTRICT")) return [(unit) => unit, tables.pairs.units];
  if (has("PINCODE") && has("STATE")) {
    return [
      (unit) => units.pincode(unit) * states.length + units.state(unit),
      pincodes.length * states.length,
    ];
  }
  if (has("PINCODE")) return [units.pincode, pincodes.length];
  if (has("DISTRICT")) return [units.district, districts.length];
  if (has("STATE")) return [units.state, states.length];
  return [() => 0, 1];
}

/** Groups the units of a selection by the dimensions; no dimension makes one group of everything. */
export function group(tables: ActivityTables, selection: Selection, groupBy: readonly Dimension[]): Groups {
  const { gazetteer } = tables;
  const places = placesOfUnits(tables, selection);
  const [key, bound] = keyOf(groupBy, tables, places);
  const numbers = new Int32Array(bound);
  for (const unit of selection.units) numbers[key(unit)] = 1;
  let count = 0;
  for (let index = 0; index < bound; index++) if (numbers[index]) numbers[index] = count++;
  const groupOf = new Uint32Array(selection.units.length);
  const example = new Uint32Array(count);
  selection.units.forEach((unit, position) => {
    const number = numbers[key(unit)]!;
    groupOf[position] = number;
    example[number] = unit;
  });
  const placeOf: Record<Dimension, (unit: number) => Place> = {
    STATE: (unit) => gazetteer.states[places.state(unit)]!,
    DISTRICT: (unit) => gazetteer.districts[places.district(unit)]!,
    PINCODE: (unit) => gazetteer.pincodes[places.pincode(unit)]!,
  };
  return {
    count,
    groupOf,
    placesOf: (number) => groupBy.map((dimension) => placeOf[dimension](example[number]!)),
  };
}

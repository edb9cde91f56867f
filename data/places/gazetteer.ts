import { loadNames, type NamedEntry } from "./names.ts";
import { loadPincodes, type PincodeEntry } from "./pincode-file.ts";
import type { Country, District, Gazetteer, Pincode, Place, State } from "./place.ts";

type Levels = Pick<Gazetteer, "country" | "states" | "districts" | "pincodes">;
interface Point {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const INDIA = { EN: "India", HI: "भारत" } as const;

/** A gazetteer of places that are sorted by code within their level and indexed by their position in it. */
export function makeGazetteer(levels: Levels): Gazetteer {
  const { country, states, districts, pincodes } = levels;
  const byCode = new Map<string, Place>([[country.code, country]]);
  for (const level of [states, districts, pincodes]) for (const place of level) byCode.set(place.code, place);
  return { country, states, districts, pincodes, find: (code) => byCode.get(code) };
}

function middle(values: number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[(sorted.length - 1) >> 1] ?? null;
}

/** The median of points each way: a place derived from what lies in it, which a stray point cannot pull away. */
function centreOf(points: readonly Point[]): Point {
  return {
    latitude: middle(points.flatMap(({ latitude }) => latitude ?? [])),
    longitude: middle(points.flatMap(({ longitude }) => longitude ?? [])),
  };
}

function groupBy<T>(items: readonly T[], groups: number, groupOf: (item: T) => number): T[][] {
  const lists: T[][] = Array.from({ length: groups }, () => []);
  for (const item of items) lists[groupOf(item)]!.push(item);
  return lists;
}

function build(
  states: readonly NamedEntry[],
  districts: readonly NamedEntry[],
  pincodes: readonly PincodeEntry[],
): Gazetteer {
  const stateIndex = new Map(states.map(({ code }, index) => [code, index]));
  const districtIndex = new Map(districts.map(({ code }, index) => [code, index]));
  const stateOf = (code: string) => stateIndex.get(code.slice(0, code.indexOf("/")))!;
  const byDistrict = groupBy(pincodes, districts.length, (one) => districtIndex.get(one.district)!);
  const districtPlaces = districts.map(({ code, name }, index): District => {
    return { level: "DISTRICT", index, code, name, ...centreOf(byDistrict[index]!), state: stateOf(code) };
  });
  const byState = groupBy(pincodes, states.length, (one) => stateOf(one.district));
  const country: Country = { level: "COUNTRY", index: 0, code: "IN", name: INDIA, ...centreOf(pincodes) };
  return makeGazetteer({
    country,
    states: states.map(({ code, name }, index): State => {
      return { level: "STATE", index, code, name, ...centreOf(byState[index]!) };
    }),
    districts: districtPlaces,
    pincodes: pincodes.map(({ code, name, latitude, longitude, district }, index): Pincode => {
      const names = { EN: name, HI: name };
      return {
        level: "PINCODE",
        index,
        code,
        name: names,
        latitude,
        longitude,
        district: districtIndex.get(district)!,
      };
    }),
  });
}

/** The states and districts alone, without a pincode or a point: what the pincodes are derived against. */
export function gazetteerOfNames(): Gazetteer {
  const { states, districts } = loadNames();
  return build(states, districts, []);
}

let committed: Gazetteer | undefined;

/**
 * The committed gazetteer: 36 states and union territories, the present districts, and the pincodes of GeoNames'
 * postal data. A district's and a state's coordinates are the median of their pincodes'. Read once a process.
 */
export function loadGazetteer(): Gazetteer {
  const { states, districts } = loadNames();
  committed ??= build(states, districts, loadPincodes());
  return committed;
}

/**
 * The gazetteer extended by pincodes that data carry and no source places: without coordinates, named by their
 * code. The districts must be known and the codes new.
 */
export function withPincodes(
  gazetteer: Gazetteer,
  extras: readonly { readonly code: string; readonly district: string }[],
): Gazetteer {
  const added = extras.map(({ code, district }): Pincode => {
    const home = gazetteer.find(district)!.index;
    return {
      level: "PINCODE",
      index: 0,
      code,
      name: { EN: code, HI: code },
      latitude: null,
      longitude: null,
      district: home,
    };
  });
  const pincodes = [...gazetteer.pincodes, ...added]
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((pincode, index) => ({ ...pincode, index }));
  return makeGazetteer({ ...gazetteer, pincodes });
}

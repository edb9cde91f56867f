import type { ActivityStore } from "../data/activity/store.ts";
import type {
  Country,
  District,
  Gazetteer,
  Pincode,
  Place,
  PlaceLevel,
  State,
} from "../data/places/place.ts";

/** The place a place lies in: a pincode's home district, a district's state, a state's country; null for the country. */
export function parentOf({ gazetteer }: Pick<ActivityStore, "gazetteer">, place: Place): Place | null {
  const { country, states, districts } = gazetteer;
  switch (place.level) {
    case "PINCODE":
      return districts[place.district]!;
    case "DISTRICT":
      return states[place.state]!;
    case "STATE":
      return country;
    case "COUNTRY":
      return null;
  }
}

/** The places a place lies in, outermost first. */
export function ancestorsOf(store: Pick<ActivityStore, "gazetteer">, place: Place): Place[] {
  const chain: Place[] = [];
  for (let up = parentOf(store, place); up !== null; up = parentOf(store, up)) chain.unshift(up);
  return chain;
}

interface Children {
  readonly districtsOf: readonly (readonly District[])[];
  readonly homedIn: readonly (readonly Pincode[])[];
}

const trees = new WeakMap<ActivityStore, Children>();

function childrenOf(store: ActivityStore): Children {
  let children = trees.get(store);
  if (children === undefined) {
    const { states, districts, pincodes } = store.gazetteer;
    const districtsOf: District[][] = states.map(() => []);
    const homedIn: Pincode[][] = districts.map(() => []);
    for (const one of districts) districtsOf[one.state]!.push(one);
    for (const one of pincodes) homedIn[one.district]!.push(one);
    children = { districtsOf, homedIn };
    trees.set(store, children);
  }
  return children;
}

/** The districts of a state, sorted by code. */
export function districtsOf(store: ActivityStore, state: State): readonly District[] {
  return childrenOf(store).districtsOf[state.index]!;
}

/**
 * The pincodes of these districts, each once, sorted by code: those whose home lies there and those that
 * published counts there. A pincode on a border is thus found in each of its districts.
 */
export function pincodesOf(store: ActivityStore, districts: readonly District[]): Pincode[] {
  const { homedIn } = childrenOf(store);
  const found = new Set<number>();
  for (const district of districts) {
    for (const one of homedIn[district.index]!) found.add(one.index);
    for (const index of store.pincodesOf(district.index)) found.add(index);
  }
  return [...found].sort((a, b) => a - b).map((index) => store.gazetteer.pincodes[index]!);
}

/**
 * The places of a level at or under a place, sorted by code: itself at its own level, none at a level above it.
 */
export function placesWithin(store: ActivityStore, level: PlaceLevel, within: Place): readonly Place[] {
  if (within.level === level) return [within];
  if (within.level === "COUNTRY") return placesAt(store.gazetteer, level);
  if (within.level === "STATE") {
    const districts = districtsOf(store, within);
    if (level === "DISTRICT") return districts;
    return level === "PINCODE" ? pincodesOf(store, districts) : [];
  }
  if (within.level === "DISTRICT" && level === "PINCODE") {
    return pincodesOf(store, [within]);
  }
  return [];
}

/** All places of a level, by their index. */
export function placesAt(
  { country, states, districts, pincodes }: Gazetteer,
  level: PlaceLevel,
): readonly Place[] {
  const lists: Record<PlaceLevel, readonly (Country | State | District | Pincode)[]> = {
    COUNTRY: [country],
    STATE: states,
    DISTRICT: districts,
    PINCODE: pincodes,
  };
  return lists[level];
}

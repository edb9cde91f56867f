import type { Gazetteer, Pincode } from "../places/place.ts";
import type { Random } from "./random.ts";

/** The (pincode, district) pairs that report, sorted by pincode, then district. Column i of each array is one pair. */
export interface Pairs {
  readonly length: number;
  /** Indices into the gazetteer's pincodes. */
  readonly pincode: Uint16Array;
  /** Indices into the gazetteer's districts. */
  readonly district: Uint16Array;
  /** Indices into the gazetteer's states: that of the district. */
  readonly state: Uint16Array;
  /** Share of the pincode's activity that is reported under this district, 0 … 1. */
  readonly share: Float64Array;
}

/** Share of pincodes that report under a neighbouring district too. */
const SPLIT = 0.04;
/** How far off, in degrees, the neighbouring district's nearest pincode may lie. */
const REACH = 0.3;

/**
 * Every pincode with its home district; about one in 25 with the nearest other district of its state
 * too, which then has a tenth to nearly a half of its activity.
 */
export function pairsOf(gazetteer: Gazetteer, random: Random): Pairs {
  const byState: Pincode[][] = gazetteer.states.map(() => []);
  for (const pincode of gazetteer.pincodes) byState[stateOf(gazetteer, pincode.district)]!.push(pincode);

  const found: { pincode: number; district: number; share: number }[] = [];
  for (const pincode of gazetteer.pincodes) {
    const splits = random.unit() < SPLIT;
    const taken = 0.1 + 0.35 * random.unit();
    const other = splits ? nearestOther(pincode, byState[stateOf(gazetteer, pincode.district)]!) : null;
    const home = { pincode: pincode.index, district: pincode.district, share: 1 };
    if (other === null) found.push(home);
    else found.push({ ...home, share: 1 - taken }, { pincode: pincode.index, district: other, share: taken });
  }
  found.sort((a, b) => a.pincode - b.pincode || a.district - b.district);
  return {
    length: found.length,
    pincode: Uint16Array.from(found, (pair) => pair.pincode),
    district: Uint16Array.from(found, (pair) => pair.district),
    state: Uint16Array.from(found, (pair) => stateOf(gazetteer, pair.district)),
    share: Float64Array.from(found, (pair) => pair.share),
  };
}

function stateOf(gazetteer: Gazetteer, district: number): number {
  const found = gazetteer.districts[district];
  if (found === undefined) throw new Error(`the gazetteer has no district ${district}`);
  return found.state;
}

/** The district of the nearest pincode that has another; null where none lies within reach. */
function nearestOther(pincode: Pincode, candidates: readonly Pincode[]): number | null {
  if (pincode.latitude === null || pincode.longitude === null) return null;
  let best: number | null = null;
  let least = REACH * REACH;
  for (const other of candidates) {
    if (other.district === pincode.district || other.latitude === null || other.longitude === null) continue;
    const north = other.latitude - pincode.latitude;
    const east = other.longitude - pincode.longitude;
    const distance = north * north + east * east;
    if (distance < least) {
      least = distance;
      best = other.district;
    }
  }
  return best;
}

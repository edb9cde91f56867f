import type { Mend, Mender } from "../places/mender.ts";
import { sortedBy } from "./counting-sort.ts";
import type { Spelling } from "./spellings.ts";

/** The spellings of an import brought to places, and the order in which their rows stand. */
export interface MendedPlaces {
  /** By spelling. */
  readonly mends: readonly Mend[];
  /** District codes and pincodes met, sorted. */
  readonly districts: readonly string[];
  readonly pincodes: readonly string[];
  /** By spelling: index of its district and of its pincode; meaningless where it was refused. */
  readonly district: Uint32Array;
  readonly pincode: Uint32Array;
  /** Spellings by pincode, then district; then those refused. */
  readonly order: Uint32Array;
  /** How many of `order` were not refused. */
  readonly mended: number;
}

function indexOf(values: readonly string[]): ReadonlyMap<string, number> {
  return new Map(values.map((value, index) => [value, index]));
}

/** Mends each spelling once. */
export function mendPlaces(spellings: readonly Spelling[], mend: Mender): MendedPlaces {
  const mends = spellings.map(({ state, district, pincode }) => mend(state, district, pincode));
  const kept: number[] = [];
  const refused: number[] = [];
  mends.forEach((mended, spelling) => void ("refused" in mended ? refused : kept).push(spelling));

  const districtOf = (spelling: number): string => (mends[spelling] as { district: string }).district;
  const districts = [...new Set(kept.map(districtOf))].toSorted();
  const pincodes = [...new Set(kept.map((spelling) => spellings[spelling]!.pincode))].toSorted();
  const districtIndex = indexOf(districts);
  const pincodeIndex = indexOf(pincodes);
  const district = new Uint32Array(spellings.length);
  const pincode = new Uint32Array(spellings.length);
  for (const spelling of kept) {
    district[spelling] = districtIndex.get(districtOf(spelling))!;
    pincode[spelling] = pincodeIndex.get(spellings[spelling]!.pincode)!;
  }
  const byDistrict = sortedBy(Uint32Array.from(kept), district, districts.length);
  const order = new Uint32Array(spellings.length);
  order.set(sortedBy(byDistrict, pincode, pincodes.length));
  order.set(refused, kept.length);
  return { mends, districts, pincodes, district, pincode, order, mended: kept.length };
}

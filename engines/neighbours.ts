import { around, distance } from "geokdbush";
import KDBush from "kdbush";
import type { Gazetteer, Pincode } from "../data/places/place.ts";

interface PincodeIndex {
  readonly tree: KDBush;
  /** The pincode of each point of the tree. */
  readonly pincodes: readonly Pincode[];
}

const indexes = new WeakMap<Gazetteer, PincodeIndex>();

function indexOf(gazetteer: Gazetteer): PincodeIndex {
  let index = indexes.get(gazetteer);
  if (index === undefined) {
    const pincodes = gazetteer.pincodes.filter((one) => one.latitude !== null && one.longitude !== null);
    const tree = new KDBush(pincodes.length);
    for (const one of pincodes) tree.add(one.longitude!, one.latitude!);
    index = { tree: tree.finish(), pincodes };
    indexes.set(gazetteer, index);
  }
  return index;
}

/**
 * The pincodes nearest to this one by great-circle distance, nearest first, itself left out; ties by code.
 * Exact (k-d tree search of kdbush and geokdbush); the tree is built at the gazetteer's first question.
 * Empty where the pincode has no coordinates; pincodes without coordinates are nobody's neighbours.
 */
export function nearestPincodes(gazetteer: Gazetteer, pincode: Pincode, count: number): Pincode[] {
  const { latitude, longitude } = pincode;
  if (latitude === null || longitude === null) return [];
  const { tree, pincodes } = indexOf(gazetteer);
  const others = (item: number) => pincodes[item] !== pincode;
  const away = (one: Pincode) => distance(longitude, latitude, one.longitude!, one.latitude!);
  const found = around(tree, longitude, latitude, count, Number.POSITIVE_INFINITY, others);
  return found
    .map((item) => pincodes[item]!)
    .map((one) => ({ one, km: away(one) }))
    .sort((a, b) => a.km - b.km || a.one.index - b.one.index)
    .map(({ one }) => one);
}

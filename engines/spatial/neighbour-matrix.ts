import type { Gazetteer } from "../../data/places/place.ts";
import { nearestPincodes } from "../neighbours.ts";

/** Neighbours of every place, `count` a place: those of place p from `p * count` on, −1 where it has fewer. */
export interface NeighbourMatrix {
  readonly count: number;
  readonly rows: Int32Array;
}

/** The nearest pincodes of every pincode by great-circle distance, in the gazetteer's order. */
export function nearestOfAll(gazetteer: Gazetteer, count = 5): NeighbourMatrix {
  const rows = new Int32Array(gazetteer.pincodes.length * count).fill(-1);
  for (const one of gazetteer.pincodes) {
    for (const [at, near] of nearestPincodes(gazetteer, one, count).entries())
      rows[one.index * count + at] = near.index;
  }
  return { count, rows };
}

import type { NeighbourMatrix } from "./neighbour-matrix.ts";
import { type RobustZ, robustZ } from "./robust-z.ts";

/** Robust z of every place against its neighbours. */
export function againstNeighbours(counts: Float64Array, { count, rows }: NeighbourMatrix): RobustZ {
  return robustZ(counts, (place) =>
    rows.subarray(place * count, (place + 1) * count).filter((other) => other >= 0),
  );
}

/** Robust z of every place against the other places of its district. */
export function againstDistrict(counts: Float64Array, district: Int32Array): RobustZ {
  const members = new Map<number, number[]>();
  for (const [place, one] of district.entries()) {
    const list = members.get(one);
    if (list === undefined) members.set(one, [place]);
    else list.push(place);
  }
  return robustZ(counts, (place) =>
    Int32Array.from(members.get(district[place]!)!).filter((other) => other !== place),
  );
}

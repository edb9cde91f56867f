import { squaredDistance } from "./kmeans-start.ts";

/** Rows in clusters around centres, row-major; inertia is the sum of squared distances to the own centre. */
export interface Partition {
  readonly cluster: Int32Array;
  readonly centres: Float64Array;
  readonly inertia: number;
}

/** A quarter of the squared distance from each centre to the next one: nearer rows have no nearer centre (Elkan 2003). */
function safeDistances(centres: Float64Array, width: number): Float64Array {
  const safe = new Float64Array(centres.length / width).fill(Number.POSITIVE_INFINITY);
  for (let one = 0; one < safe.length; one++) {
    for (let other = 0; other < safe.length; other++) {
      if (one === other) continue;
      const quarter = squaredDistance(centres, one * width, centres, other * width, width) / 4;
      if (quarter < safe[one]!) safe[one] = quarter;
    }
  }
  return safe;
}

/** Puts every row to its nearest centre, of equals the one it was at, else the first; squared distances go to `away`. */
function assign(
  matrix: Float64Array,
  width: number,
  centres: Float64Array,
  cluster: Int32Array,
  away: Float64Array,
) {
  const safe = safeDistances(centres, width);
  let inertia = 0;
  for (let row = 0, at = 0; row < cluster.length; row++, at += width) {
    let nearest = cluster[row]!;
    let least = squaredDistance(matrix, at, centres, nearest * width, width);
    for (let centre = 0, from = 0; least > safe[nearest]! && centre < safe.length; centre++, from += width) {
      const distance = squaredDistance(matrix, at, centres, from, width);
      if (distance >= least) continue;
      least = distance;
      nearest = centre;
    }
    cluster[row] = nearest;
    away[row] = least;
    inertia += least;
  }
  return inertia;
}

function indexOfLargest(values: Float64Array): number {
  let largest = 0;
  for (let at = 1; at < values.length; at++) if (values[at]! > values[largest]!) largest = at;
  return largest;
}

/** Moves every centre to the mean of its rows, and one without rows to the row farthest from its centre. */
function moveCentres(
  matrix: Float64Array,
  width: number,
  cluster: Int32Array,
  away: Float64Array,
  k: number,
) {
  const centres = new Float64Array(k * width);
  const sizes = new Int32Array(k);
  for (const [row, centre] of cluster.entries()) {
    sizes[centre]!++;
    for (let feature = 0; feature < width; feature++)
      centres[centre * width + feature]! += matrix[row * width + feature]!;
  }
  for (let at = 0; at < centres.length; at++) centres[at]! /= Math.max(sizes[Math.floor(at / width)]!, 1);
  for (const [centre, size] of sizes.entries()) {
    if (size > 0) continue;
    const farthest = indexOfLargest(away);
    centres.set(matrix.subarray(farthest * width, (farthest + 1) * width), centre * width);
    away[farthest] = 0;
  }
  return centres;
}

/**
 * Lloyd's iterations (1982) from start centres: rows to their nearest centre, centres to the mean of their rows,
 * until inertia falls by less than the tolerance (a share of itself) or the iterations are used up. A cluster that
 * loses all its rows begins anew at the row farthest from its centre.
 */
export function lloyd(
  matrix: Float64Array,
  width: number,
  start: Float64Array,
  iterations: number,
  tolerance: number,
): Partition {
  const rows = matrix.length / width;
  const k = start.length / width;
  const cluster = new Int32Array(rows);
  const away = new Float64Array(rows);
  let centres = start;
  let inertia = assign(matrix, width, centres, cluster, away);
  for (let round = 1; round < iterations; round++) {
    centres = moveCentres(matrix, width, cluster, away, k);
    const before = inertia;
    inertia = assign(matrix, width, centres, cluster, away);
    if (before - inertia <= tolerance * before) break;
  }
  return { cluster, centres, inertia };
}

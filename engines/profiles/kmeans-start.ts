import type { Random } from "../../data/sample/random.ts";

/** Squared Euclidean distance of two rows of `width` features that begin at these offsets. */
export function squaredDistance(
  one: Float64Array,
  oneAt: number,
  other: Float64Array,
  otherAt: number,
  width: number,
): number {
  let sum = 0;
  for (let feature = 0; feature < width; feature++) {
    const apart = one[oneAt + feature]! - other[otherAt + feature]!;
    sum += apart * apart;
  }
  return sum;
}

/** The first row at which the running sum of the weights exceeds the target; the last row of any weight at most. */
function rowAt(weights: Float64Array, target: number): number {
  let [sum, last] = [0, 0];
  for (const [row, weight] of weights.entries()) {
    if (weight === 0) continue;
    last = row;
    sum += weight;
    if (sum > target) break;
  }
  return last;
}

/**
 * Start centres by k-means++ (Arthur and Vassilvitskii 2007): the first row at random, each further one with
 * probability in proportion to its squared distance from the nearest centre so far.
 * Row-major; fewer than k centres where there are fewer different rows.
 */
export function startCentres(matrix: Float64Array, width: number, k: number, random: Random): Float64Array {
  const rows = matrix.length / width;
  const centres = new Float64Array(k * width);
  const away = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  let chosen = random.below(rows);
  for (let centre = 0; centre < k; centre++) {
    const from = chosen * width;
    centres.set(matrix.subarray(from, from + width), centre * width);
    let total = 0;
    for (let row = 0; row < rows; row++) {
      const distance = squaredDistance(matrix, row * width, centres, centre * width, width);
      if (distance < away[row]!) away[row] = distance;
      total += away[row]!;
    }
    if (total === 0) return centres.subarray(0, (centre + 1) * width);
    chosen = rowAt(away, random.unit() * total);
  }
  return centres;
}

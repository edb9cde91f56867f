/** A k-d tree over rows, laid out in place: the rows of a node are `from` to `to` of `rows`, its middle row parts it. */
export interface KdTree {
  readonly width: number;
  /** Row numbers in tree order. */
  readonly rows: Int32Array;
  /** Features of the rows, row-major, in tree order. */
  readonly points: Float64Array;
  /** Feature that the node with this middle is parted by. */
  readonly axis: Int32Array;
}

/** Rows of a leaf, which are all looked at. */
export const LEAF_ROWS = 12;

function widestFeature(
  matrix: Float64Array,
  width: number,
  order: Int32Array,
  from: number,
  to: number,
): number {
  let [widest, spread] = [0, -1];
  for (let feature = 0; feature < width; feature++) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = from; at < to; at++) {
      const value = matrix[order[at]! * width + feature]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (most - least > spread) [widest, spread] = [feature, most - least];
  }
  return widest;
}

/** Hoare's selection: the row of rank `middle` by key to its place, none larger before it, none smaller after. */
function select(
  order: Int32Array,
  key: (row: number) => number,
  from: number,
  to: number,
  middle: number,
): void {
  let [low, high] = [from, to - 1];
  while (low < high) {
    const pivot = key(order[(low + high) >>> 1]!);
    let [left, right] = [low, high];
    while (left <= right) {
      while (key(order[left]!) < pivot) left++;
      while (key(order[right]!) > pivot) right--;
      if (left > right) break;
      const row = order[left]!;
      order[left++] = order[right]!;
      order[right--] = row;
    }
    if (middle <= right) high = right;
    else if (middle >= left) low = left;
    else return;
  }
}

/** Builds the tree of a row-major matrix of finite features, parting at the median of the widest feature. */
export function buildKdTree(matrix: Float64Array, width: number): KdTree {
  const count = matrix.length / width;
  const order = Int32Array.from({ length: count }, (_, row) => row);
  const axis = new Int32Array(count);
  function part(from: number, to: number): void {
    if (to - from <= LEAF_ROWS) return;
    const middle = (from + to) >>> 1;
    const feature = widestFeature(matrix, width, order, from, to);
    axis[middle] = feature;
    select(order, (row) => matrix[row * width + feature]!, from, to, middle);
    part(from, middle);
    part(middle + 1, to);
  }
  part(0, count);
  const points = new Float64Array(matrix.length);
  for (const [at, row] of order.entries())
    points.set(matrix.subarray(row * width, (row + 1) * width), at * width);
  return { width, rows: order, points, axis };
}

import type { Random } from "../../data/sample/random.ts";
import { averagePathLength } from "./path-length.ts";

/**
 * An isolation tree as aligned columns, node 0 its root. A branch sends a row to `child` where its feature is
 * at most `value`, else to `child + 1`. A leaf sends every row to itself, so that `depth` steps end in a leaf
 * for all rows alike.
 */
export interface IsolationTree {
  readonly depth: number;
  readonly feature: Int32Array;
  readonly value: Float64Array;
  readonly child: Int32Array;
  /** The path a leaf stands for: its depth and what isolating its rows would have taken on; 0 at a branch. */
  readonly length: Float64Array;
}

/** Grows trees over a row-major matrix of finite features, each from the rows it is given. */
export function treeGrower(matrix: Float64Array, width: number, sample: number, random: Random) {
  const depthLimit = Math.ceil(Math.log2(Math.max(sample, 2)));
  const order = Int32Array.from({ length: width }, (_, feature) => feature);
  const nodes = 2 * sample;

  /** The first feature, in an order drawn anew, that tells these rows apart, with its range; null where none does. */
  function drawFeature(rows: Int32Array, from: number, to: number) {
    for (let left = width; left > 0; left--) {
      const at = random.below(left);
      const feature = order[at]!;
      order[at] = order[left - 1]!;
      order[left - 1] = feature;
      let least = Number.POSITIVE_INFINITY;
      let most = Number.NEGATIVE_INFINITY;
      for (let i = from; i < to; i++) {
        const value = matrix[rows[i]! * width + feature]!;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      if (most > least) return { feature, least, most };
    }
    return null;
  }

  function partition(rows: Int32Array, from: number, to: number, feature: number, value: number): number {
    let middle = from;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      if (matrix[row * width + feature]! > value) continue;
      rows[i] = rows[middle]!;
      rows[middle++] = row;
    }
    return middle;
  }

  return function grow(rows: Int32Array): IsolationTree {
    const tree = {
      depth: depthLimit,
      feature: new Int32Array(nodes),
      value: new Float64Array(nodes).fill(Number.POSITIVE_INFINITY),
      child: Int32Array.from({ length: nodes }, (_, node) => node),
      length: new Float64Array(nodes),
    };
    let used = 1;
    function split(node: number, from: number, to: number, depth: number): void {
      const drawn = to - from > 1 && depth < depthLimit ? drawFeature(rows, from, to) : null;
      if (drawn === null) {
        tree.length[node] = depth + averagePathLength(to - from);
        return;
      }
      const { feature, least, most } = drawn;
      const cut = least + random.unit() * (most - least);
      // Rounding may lift the cut to the largest value, which would leave one side empty.
      const value = cut < most ? cut : least;
      const middle = partition(rows, from, to, feature, value);
      const child = used;
      used += 2;
      tree.feature[node] = feature;
      tree.value[node] = value;
      tree.child[node] = child;
      split(child, from, middle, depth + 1);
      split(child + 1, middle, to, depth + 1);
    }
    split(0, 0, rows.length, 0);
    return tree;
  };
}

import { Fault } from "../../data/fault.ts";
import { makeRandom, type Random } from "../../data/sample/random.ts";
import { type Columns, completeRows, rowMajor } from "./columns.ts";
import { type IsolationTree, treeGrower } from "./isolation-tree.ts";
import { averagePathLength } from "./path-length.ts";

export interface ForestParameters {
  /**
   * Trees whose path lengths are averaged; 300: on wide sets of few rows the seed's own noise costs the method's usual
   * 100 about .005 of AUC-ROC.
   */
  readonly trees: number;
  /** Rows each tree is grown from, drawn without replacement; 256, or all where there are fewer. */
  readonly sample: number;
  /** The low 32 bits count. */
  readonly seed: number;
}

export const FOREST_DEFAULTS: ForestParameters = { trees: 300, sample: 256, seed: 1 };

/** Moves a uniform choice without replacement to the front. */
function shuffleFront(values: Int32Array, count: number, random: Random): void {
  for (let i = 0; i < count; i++) {
    const at = i + random.below(values.length - i);
    const value = values[at]!;
    values[at] = values[i]!;
    values[i] = value;
  }
}

/** Adds the length of every row's path through the tree; two rows at once, since neither waits for the other. */
function addPaths(tree: IsolationTree, matrix: Float64Array, width: number, lengths: Float64Array): void {
  const { depth, feature, value, child, length } = tree;
  for (let row = 0; row < lengths.length; row += 2) {
    const base = row * width;
    const next = base + width;
    let one = 0;
    let other = 0;
    for (let step = 0; step < depth; step++) {
      one = child[one]! + Number(matrix[base + feature[one]!]! > value[one]!);
      other = child[other]! + Number(matrix[next + feature[other]!]! > value[other]!);
    }
    lengths[row]! += length[one]!;
    lengths[row + 1]! += length[other]!;
  }
}

/**
 * How far each row stands apart from the others, 0..1, higher is more outlying: 2^(−E[h] / c(sample)) with
 * E[h] the mean path length over trees that cut a random feature at a random place; about 0.5 for all rows
 * where none stands apart. Isolation forest of Liu, Ting and Zhou (2008), "Isolation Forest", ICDM.
 *
 * The same columns, parameters and seed give the same scores. Features need no scaling; one that is constant
 * is never cut. A row with a value that is not finite is scored NaN and teaches the trees nothing.
 *
 * @throws Fault where columns are not aligned, or trees or sample are no positive whole numbers
 */
export function isolationScores(columns: Columns, parameters: Partial<ForestParameters> = {}): Float64Array {
  const { trees, sample, seed } = { ...FOREST_DEFAULTS, ...parameters };
  if (!Number.isInteger(trees) || trees < 1 || !Number.isInteger(sample) || sample < 2) {
    const given = `trees ${trees} and sample ${sample}`;
    throw new Fault("BAD_USER_INPUT", `A forest has 1 tree or more, of 2 rows or more each; not ${given}.`);
  }
  const complete = completeRows(columns);
  const scores = new Float64Array(columns[0]!.length).fill(Number.NaN);
  if (complete.length === 0) return scores;
  const width = columns.length;
  // An odd number of rows has its last one twice, and no tree grows from the second.
  const pairs = new Int32Array(complete.length + (complete.length % 2)).fill(complete.at(-1)!);
  pairs.set(complete);
  const matrix = rowMajor(columns, pairs);
  const size = Math.min(sample, complete.length);
  const random = makeRandom(seed);
  const grow = treeGrower(matrix, width, size, random);
  const rows = Int32Array.from(complete, (_, at) => at);
  const lengths = new Float64Array(pairs.length);
  for (let tree = 0; tree < trees; tree++) {
    shuffleFront(rows, size, random);
    addPaths(grow(rows.subarray(0, size)), matrix, width, lengths);
  }
  const usual = Math.max(averagePathLength(size), 1) * trees;
  for (let at = 0; at < complete.length; at++) scores[complete[at]!] = 2 ** (-lengths[at]! / usual);
  return scores;
}

import { Fault } from "../../data/fault.ts";
import { type Columns, completeRows, rowMajor } from "./columns.ts";
import { buildKdTree, type KdTree, LEAF_ROWS } from "./kd-tree.ts";
import { squaredDistance } from "./kmeans-start.ts";
import { standardise } from "./standardise.ts";

/** The nearest rows found so far, nearest first, equals by row. */
class Nearest {
  readonly rows: Int32Array;
  readonly away: Float64Array;
  found = 0;

  constructor(count: number) {
    this.rows = new Int32Array(count);
    this.away = new Float64Array(count);
  }

  /** The squared distance beyond which a row is not among them. */
  get reach(): number {
    return this.found < this.rows.length ? Number.POSITIVE_INFINITY : this.away[this.found - 1]!;
  }

  offer(row: number, away: number): void {
    let at = this.found;
    while (at > 0 && (this.away[at - 1]! > away || (this.away[at - 1]! === away && this.rows[at - 1]! > row)))
      at--;
    if (at === this.rows.length) return;
    this.rows.copyWithin(at + 1, at, this.rows.length - 1);
    this.away.copyWithin(at + 1, at, this.away.length - 1);
    this.rows[at] = row;
    this.away[at] = away;
    if (this.found < this.rows.length) this.found++;
  }
}

function search(tree: KdTree, point: Float64Array, self: number, nearest: Nearest): void {
  const { width, rows, points, axis } = tree;
  function look(at: number): void {
    const away = squaredDistance(point, 0, points, at * width, width);
    if (away <= nearest.reach && rows[at] !== self) nearest.offer(rows[at]!, away);
  }
  function visit(from: number, to: number): void {
    if (to - from <= LEAF_ROWS) {
      for (let at = from; at < to; at++) look(at);
      return;
    }
    const middle = (from + to) >>> 1;
    const apart = point[axis[middle]!]! - points[middle * width + axis[middle]!]!;
    if (apart < 0) visit(from, middle);
    else visit(middle + 1, to);
    // Equally far is not too far: of equals the lower row counts, and it may lie on the other side.
    if (apart * apart > nearest.reach) return;
    look(middle);
    if (apart < 0) visit(middle + 1, to);
    else visit(from, middle);
  }
  visit(0, rows.length);
}

/** Rows most like a row, nearest first; equals by row number; itself left out. */
export type PeersOf = (row: number, count: number) => Int32Array;

/**
 * Finds the rows with the most alike features: Euclidean distance on standardised columns, exact (k-d tree).
 * A row with a feature that is not finite has no peers and is nobody's.
 * @throws Fault where columns are not aligned; the function returned throws it where there is no such row
 */
export function peerFinder(columns: Columns): PeersOf {
  const complete = completeRows(columns);
  const used = columns.map((column) => Float64Array.from(complete, (row) => column[row]!));
  const matrix = rowMajor(
    standardise(used).columns,
    Int32Array.from(complete, (_, at) => at),
  );
  const tree = buildKdTree(matrix, columns.length);
  const position = new Int32Array(columns[0]!.length).fill(-1);
  for (const [at, row] of complete.entries()) position[row] = at;
  return (row, count) => {
    const self = position[row];
    if (self === undefined || !Number.isInteger(count) || count < 0) {
      const right = `a row from 0 to ${position.length - 1} and a count from 0 on`;
      throw new Fault("BAD_USER_INPUT", `Peers are asked of ${right}; not of row ${row}, count ${count}.`);
    }
    if (self < 0 || count === 0) return new Int32Array(0);
    const nearest = new Nearest(count);
    search(tree, matrix.subarray(self * columns.length, (self + 1) * columns.length), self, nearest);
    return nearest.rows.subarray(0, nearest.found).map((at) => complete[at]!);
  };
}

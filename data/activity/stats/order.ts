import type { Direction } from "../store.ts";

/** How many candidates are gathered before the worse half is dropped. */
const SLACK = 2;

/**
 * The first `limit` cells in the order of their key, NaN last either way, ties by cell number: deterministic.
 * Candidates that cannot come in are passed over, so that a short page of many cells costs one pass.
 *
 * @param cells ascending cell numbers to choose from
 * @param keys one value per cell number
 */
export function topCells(
  cells: Uint32Array,
  keys: Float64Array,
  direction: Direction,
  limit: number,
): Uint32Array {
  const sign = direction === "DESC" ? -1 : 1;
  const rankOf = (cell: number) => {
    const key = keys[cell]!;
    return Number.isNaN(key) ? Number.POSITIVE_INFINITY : sign * key;
  };
  const inOrder = (a: number, b: number) => {
    const [left, right] = [rankOf(a), rankOf(b)];
    return left === right ? a - b : left - right;
  };
  const kept = new Uint32Array(Math.min(cells.length, limit * SLACK));
  let count = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    if (rankOf(cell) > worst) continue;
    if (count === kept.length) {
      kept.sort(inOrder);
      count = limit;
      worst = rankOf(kept[limit - 1]!);
      if (rankOf(cell) > worst) continue;
    }
    kept[count++] = cell;
  }
  return kept.subarray(0, count).sort(inOrder).subarray(0, limit);
}

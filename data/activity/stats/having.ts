import type { Condition } from "../store.ts";
import type { Views } from "./aspect.ts";

function keeps(value: number, { gt, gte, lt, lte }: Condition): boolean {
  return (
    !Number.isNaN(value) &&
    (gt == null || value > gt) &&
    (gte == null || value >= gte) &&
    (lt == null || value < lt) &&
    (lte == null || value <= lte)
  );
}

/** The cells that keep every condition's bounds; an absent value keeps none. */
export function filterCells(cells: Uint32Array, having: readonly Condition[], views: Views): Uint32Array {
  if (having.length === 0) return cells;
  const columns = having.map((condition) => ({ condition, column: views.column(condition) }));
  return cells.filter((cell) => columns.every(({ condition, column }) => keeps(column[cell]!, condition)));
}

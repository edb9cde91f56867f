import { type Columns, checkColumns } from "./columns.ts";

export interface Standardised {
  /** Standard deviations from the mean; 0 throughout where a column is constant, NaN where it was not finite. */
  readonly columns: Columns;
  /** Mean of each column's finite values; NaN where it has none. */
  readonly mean: Float64Array;
  /** Standard deviation (of n) of each column's finite values; NaN where it has none. */
  readonly deviation: Float64Array;
}

function moments(column: Float64Array): readonly [mean: number, deviation: number] {
  const finite = column.filter(Number.isFinite);
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  const squares = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // Rounding gives a constant column some tiny spread around its mean, which must not be blown up to 1.
  const constant = finite.every((value) => value === finite[0]);
  return [mean, constant ? squares * 0 : Math.sqrt(squares / finite.length)];
}

/** Gives every column mean 0 and standard deviation 1, so that none counts for more by its unit alone. */
export function standardise(columns: Columns): Standardised {
  checkColumns(columns);
  const found = columns.map(moments);
  return {
    columns: columns.map((column, at) => {
      const [mean, deviation] = found[at]!;
      return column.map((value) => (Number.isFinite(value) ? (value - mean) / (deviation || 1) : Number.NaN));
    }),
    mean: Float64Array.from(found, ([mean]) => mean),
    deviation: Float64Array.from(found, ([, deviation]) => deviation),
  };
}

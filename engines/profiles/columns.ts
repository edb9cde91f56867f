import { Fault } from "../../data/fault.ts";

/** Features of places: one column per feature, one row per place, all columns of the same length. */
export type Columns = readonly Float64Array[];

/** @throws Fault where there is no column or the columns are not aligned */
export function checkColumns(columns: Columns): number {
  const rows = columns[0]?.length;
  if (rows === undefined)
    throw new Fault("BAD_USER_INPUT", "No feature column was given; give at least one.");
  const odd = columns.findIndex((column) => column.length !== rows);
  if (odd >= 0) {
    const lengths = `column 0 has ${rows} rows, column ${odd} has ${columns[odd]!.length}`;
    throw new Fault("BAD_USER_INPUT", `Feature columns must be of one length; ${lengths}.`);
  }
  return rows;
}

/** Ascending indices of the rows in which every feature is finite. */
export function completeRows(columns: Columns): Int32Array {
  const rows = checkColumns(columns);
  const complete = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.every((column) => Number.isFinite(column[row]!))) complete[count++] = row;
  }
  return complete.subarray(0, count);
}

/** The given rows laid one behind the other: feature f of the i-th of them is at `i * columns.length + f`. */
export function rowMajor(columns: Columns, rows: Int32Array): Float64Array {
  const width = columns.length;
  const matrix = new Float64Array(rows.length * width);
  for (const [feature, column] of columns.entries()) {
    for (let i = 0; i < rows.length; i++) matrix[i * width + feature] = column[rows[i]!]!;
  }
  return matrix;
}

import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import { type ColumnTable, fromArrow } from "arquero";
import { COUNTS } from "../activity/metric.ts";
import type { ActivityRows } from "../activity/rows.ts";
import { Fault } from "../fault.ts";

type Column = Uint8Array | Uint16Array | Uint32Array;
type Columns = Omit<ActivityRows, "districts" | "pincodes">;

const KEYS = ["date", "district", "pincode", "reports"] as const;

/** Arrow IPC file bytes of the rows' columns: codes only, each count named as in COUNTS, in its own width. */
export function encodeRows(rows: Columns): Uint8Array {
  const columns: [string, Column][] = [
    ...KEYS.map((key): [string, Column] => [key, rows[key]]),
    ...COUNTS.map((count, index): [string, Column] => [count, rows.counts[index]!]),
  ];
  return tableToIPC(tableFromArrays(columns), { format: "file" })!;
}

function columnOf(table: ColumnTable, name: string): Column {
  const values = table.column(name)?.toArray?.();
  if (values instanceof Uint8Array || values instanceof Uint16Array || values instanceof Uint32Array) {
    return values;
  }
  throw new Fault("DATA_NOT_READY", `The activity table lacks the column ${name} of unsigned integers.`);
}

function columnAs<T extends Column>(table: ColumnTable, name: string, kind: new (length: number) => T): T {
  const column = columnOf(table, name);
  if (column instanceof kind) return column;
  throw new Fault(
    "DATA_NOT_READY",
    `The activity table's column ${name} must be ${kind.name}, but is ${column.constructor.name}.`,
  );
}

/** An Arquero table over Arrow IPC bytes: its columns are views of the bytes, which may be shared. */
export function decodeTable(bytes: Uint8Array): ColumnTable {
  return fromArrow(bytes);
}

/**
 * The rows' columns as typed arrays over the table's own memory.
 * @throws Fault DATA_NOT_READY where a column is missing or of another type
 */
export function columnsOfTable(table: ColumnTable): Columns {
  return {
    date: columnAs(table, "date", Uint16Array),
    district: columnAs(table, "district", Uint16Array),
    pincode: columnAs(table, "pincode", Uint16Array),
    reports: columnAs(table, "reports", Uint8Array),
    counts: COUNTS.map((count) => columnOf(table, count)),
  };
}

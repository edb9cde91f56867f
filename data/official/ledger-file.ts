import { int32, Table, tableFromArrays, tableFromIPC, tableToIPC, uint16 } from "@uwdata/flechette";
import { Fault } from "../fault.ts";
import type { Ledger } from "./ledger.ts";

/** Raised whenever a ledger of today would be misread tomorrow; the packing of counts is part of it. */
const FORMAT = 1;
const ABOUT = "ledger";

/** The ledger as an Arrow IPC file: a row a line; all else as JSON in the schema's metadata. */
export function encodeLedger({ lines, order, ...rest }: Ledger): Uint8Array {
  // Told no types, flechette takes them from the arrays and copies nothing; of empty arrays it takes none.
  const types = { file: uint16(), day: uint16(), counts: int32() };
  const { schema, children } = tableFromArrays({ ...lines }, lines.day.length === 0 ? { types } : {});
  const about = JSON.stringify({ format: FORMAT, order: Array.from(order), ...rest });
  const metadata = new Map([[ABOUT, about]]);
  return tableToIPC(new Table({ ...schema, metadata }, children), { format: "file" })!;
}

/**
 * Reads what `encodeLedger` wrote; the lines are views of the bytes.
 * @throws Fault DATA_NOT_READY where it is of another format
 */
export function decodeLedger(bytes: Uint8Array): Ledger {
  const table = tableFromIPC(bytes);
  const { format, ...rest } = JSON.parse(table.schema.metadata?.get(ABOUT) ?? "{}");
  if (format !== FORMAT) {
    throw new Fault(
      "DATA_NOT_READY",
      `The snapshot's ledger of imported lines has format ${format}; --add reads format ${FORMAT}. Import all files once more, without --add.`,
    );
  }
  const column = (name: string) => table.getChild(name).toArray();
  const lines = { file: column("file"), day: column("day"), counts: column("counts") };
  return { ...rest, lines: lines as Ledger["lines"] };
}

import {
  Column as ArrowColumn,
  batchType,
  columnFromArray,
  type DataType,
  dateDay,
  dictionary,
  Endianness,
  field,
  float64,
  int32,
  int64,
  Table,
  tableToIPC,
  utf8,
  Version,
} from "@uwdata/flechette";
import type { Batch, Column, Frame } from "./frame.ts";

/** What ends an Arrow stream, and what each encoding of a table ends with: a continuation mark and no length. */
const END_OF_STREAM = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);
const EMPTY = new Float64Array(0);

const PLAIN = { date: dateDay(), text: int32(), integer: int64(), number: float64() };

function physical(kind: Column["kind"], values: Float64Array) {
  if (kind === "number") return values;
  if (kind !== "integer") return Int32Array.from(values);
  return BigInt64Array.from(values, (value) => (Number.isNaN(value) ? 0n : BigInt(value)));
}

/**
 * Bit i is clear where value i is absent; no bytes where none is. Bits past the end are set, and a byte more than
 * needed: Arquero reads that far, and would take clear ones for absent values of the next batch.
 */
function validityOf(values: Float64Array): { validity: Uint8Array; nullCount: number } {
  const validity = new Uint8Array(((values.length >> 3) + 8) & ~7).fill(255);
  let nullCount = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) continue;
    validity[row >> 3]! &= ~(1 << (row & 7));
    nullCount++;
  }
  return { validity: nullCount === 0 ? new Uint8Array(0) : validity, nullCount };
}

function columnOf(kind: Column["kind"], values: Float64Array, type: DataType = PLAIN[kind]) {
  const parts = { length: values.length, type, values: physical(kind, values), ...validityOf(values) };
  return new (batchType(type))(parts);
}

/** A column of no rows that carries its whole dictionary, of one text at least, since none has no encoding. */
function emptyText(texts: readonly string[]): ArrowColumn<string> {
  const type = utf8();
  const words = columnFromArray(texts.length === 0 ? [""] : [...texts], type);
  return new ArrowColumn([columnOf("text", EMPTY, dictionary(type, int32())).setDictionary(words)]);
}

function encode(columns: readonly Column[], data: readonly ArrowColumn<unknown>[], about: Frame["about"]) {
  const fields = columns.map(({ name }, index) => field(name, data[index]!.type));
  const metadata = new Map(about);
  const schema = { version: Version.V5, endianness: Endianness.Little, fields, metadata };
  return tableToIPC(new Table(schema, [...data]), { format: "stream" })!;
}

/** Schema, dictionaries and a record batch of no rows. */
function head({ columns, about }: Frame): Uint8Array {
  const data = columns.map((column) =>
    column.kind === "text" ? emptyText(column.dictionary) : new ArrowColumn([columnOf(column.kind, EMPTY)]),
  );
  return encode(columns, data, about).subarray(0, -END_OF_STREAM.length);
}

/**
 * The record batch alone. Its message names no types, so that a dictionary's codes can be encoded as the integers
 * they are; the schema's message before it, eight bytes and the length they tell, is left out, as is the end.
 */
function body(columns: readonly Column[], batch: Batch): Uint8Array {
  const data = columns.map(({ kind }, index) => new ArrowColumn([columnOf(kind, batch.values[index]!)]));
  const bytes = encode(columns, data, new Map());
  const schemaLength = 8 + new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);
  return bytes.subarray(schemaLength, -END_OF_STREAM.length);
}

/**
 * The frame as an Arrow IPC stream, one record batch a batch: dates as date32, text dictionary-encoded, whole numbers
 * as int64, all of them nullable; what it says about itself as the schema's metadata.
 */
export async function* encodeArrow(frame: Frame): AsyncGenerator<Uint8Array> {
  yield head(frame);
  for await (const batch of frame.batches) if (batch.length > 0) yield body(frame.columns, batch);
  yield END_OF_STREAM;
}

import { zstdCompressSync } from "node:zlib";
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { Batch, Column, Frame } from "./frame.ts";

/** Whole numbers below this are counts as they mostly are; their bigints are made once. */
const SMALL = 1024;
const smallIntegers = Array.from({ length: SMALL }, (_, value) => BigInt(value));

const integer = (value: number): bigint =>
  value >= 0 && value < SMALL ? smallIntegers[value]! : BigInt(value);

const TYPES: Readonly<Record<Column["kind"], Omit<SchemaElement, "name">>> = {
  date: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  integer: { type: "INT64" },
  number: { type: "DOUBLE" },
};

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const fields = columns.map(
    ({ name, kind }): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...TYPES[kind] }),
  );
  return [{ name: "schema", num_children: fields.length }, ...fields];
}

function presentOf(column: Column): (value: number) => string | bigint | number {
  if (column.kind === "text") return (code) => column.dictionary[code]!;
  return column.kind === "integer" ? integer : (value) => value;
}

function columnOf(column: Column, values: Float64Array): ColumnSource {
  const present = presentOf(column);
  const data = Array.from(values, (value) => (Number.isNaN(value) ? null : present(value)));
  return { name: column.name, data };
}

function rowGroup(columns: readonly Column[], { length, values }: Batch) {
  const columnData = columns.map((column, index) => columnOf(column, values[index]!));
  return { columnData, rowGroupSize: length };
}

/** The bytes written since they were last taken. */
function take(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

/**
 * The frame as Parquet, Zstandard-compressed, one row group a batch: dates as DATE, text as STRING with a dictionary,
 * whole numbers as INT64, all of them nullable, with statistics; what it says about itself as key-value metadata.
 */
export async function* encodeParquet(frame: Frame): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaOf(frame.columns),
    codec: "ZSTD",
    compressors: { ZSTD: (bytes) => zstdCompressSync(bytes) },
    kvMetadata: Array.from(frame.about, ([key, value]) => ({ key, value })),
    createdBy: "pulse-of-bharat",
  });
  for await (const batch of frame.batches) {
    if (batch.length === 0) continue;
    await parquet.write(rowGroup(frame.columns, batch));
    yield take(writer);
  }
  await parquet.finish();
  yield take(writer);
}

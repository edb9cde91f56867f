import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Column, Encoder, Frame } from "./frame.ts";

/** One value as every reader gives it back: days and whole numbers as numbers, absent as null. */
export type Cell = string | number | null;

/** All bytes of an encoding. */
export async function encodeWhole(encode: Encoder, frame: Frame): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of encode(frame)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The frame's rows, read by its own rules: what every format must give back. */
export async function rowsOf({ columns, batches }: Frame): Promise<Cell[][]> {
  const cellOf = (column: Column, value: number): Cell => {
    if (Number.isNaN(value)) return null;
    return column.kind === "text" ? column.dictionary[value]! : value;
  };
  const rows: Cell[][] = [];
  for await (const { length, values } of batches) {
    for (let row = 0; row < length; row++) {
      rows.push(columns.map((column, index) => cellOf(column, values[index]![row]!)));
    }
  }
  return rows;
}

const SQL_TYPES = { date: "DATE", text: "VARCHAR", integer: "BIGINT", number: "DOUBLE" } as const;
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SQL that reads the columns' CSV: an empty cell is null, a quoted one is text. */
export function readCsvSql(path: string, columns: readonly Column[], skip = 0): string {
  const types = columns.map(({ name, kind }) => `${quote(name)}: '${SQL_TYPES[kind]}'`).join(", ");
  return `read_csv(${quote(path)}, auto_detect = false, header = true, skip = ${skip}, delim = ',', quote = '"',
    escape = '"', nullstr = '', allow_quoted_nulls = false, dateformat = '%Y-%m-%d', columns = {${types}})`;
}

export const readParquetSql = (path: string): string => `read_parquet(${quote(path)})`;

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return value.getTime() / 86_400_000;
  return typeof value === "bigint" ? Number(value) : (value as Cell);
}

/** An independent reader of files: DuckDB in this process, with a folder to put them in. */
export interface Reader {
  readonly folder: string;
  /** Rows of a SELECT, as cells. */
  rows(sql: string): Promise<Cell[][]>;
  /** Names and types of a SELECT's columns. */
  types(sql: string): Promise<[string, string][]>;
  /** Key-value metadata of a Parquet file. */
  about(path: string): Promise<Map<string, string>>;
  close(): Promise<void>;
}

const textOf = (blob: unknown): string => Buffer.from(blob as Uint8Array).toString();

/** A reader with a folder of its own, which closing removes. */
export async function openReader(): Promise<Reader> {
  const folder = await mkdtemp(join(tmpdir(), "pulse-export-"));
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection: DuckDBConnection = await instance.connect();
  // Tests write one path again and again, faster than the times by which DuckDB tells files apart.
  await connection.run("SET enable_external_file_cache = false");
  const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS() as unknown[][];
  return {
    folder,
    rows: async (sql) => (await query(sql)).map((row) => row.map(cellOf)),
    types: async (sql) =>
      (await query(`DESCRIBE ${sql}`)).map(([name, type]) => [name as string, type as string]),
    about: async (path) => {
      const pairs = await query(`SELECT key, value FROM parquet_kv_metadata(${quote(path)})`);
      return new Map(pairs.map(([key, value]) => [textOf(key), textOf(value)]));
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

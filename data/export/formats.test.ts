import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { tableFromIPC } from "@uwdata/flechette";
import { fromArrow } from "arquero";
import fc from "fast-check";
import { arbitraryFrame } from "./arbitrary.ts";
import {
  type Cell,
  encodeWhole,
  openReader,
  type Reader,
  readCsvSql,
  readParquetSql,
  rowsOf,
} from "./fixture.ts";
import { FORMATS } from "./formats.ts";
import type { Column, Frame } from "./frame.ts";

const NUM_RUNS = 60;

/** A value as Arrow's readers give it. */
function cellOf(value: unknown): Cell {
  return value instanceof Date ? value.getTime() / 86_400_000 : ((value ?? null) as Cell);
}

describe("any frame comes back from each format, value by value", () => {
  let reader: Reader;
  before(async () => {
    reader = await openReader();
  });
  after(() => reader.close());

  const holds = (check: (frame: Frame, rows: Cell[][]) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(arbitraryFrame, async (frame) => check(frame, await rowsOf(frame))),
      { numRuns: NUM_RUNS },
    );

  test("Parquet, read by DuckDB, with types and metadata", () =>
    holds(async (frame, rows) => {
      const path = join(reader.folder, "frame.parquet");
      await writeFile(path, await encodeWhole(FORMATS.parquet.encode, frame));
      assert.deepEqual(await reader.rows(`FROM ${readParquetSql(path)}`), rows);
      const types = { date: "DATE", text: "VARCHAR", integer: "BIGINT", number: "DOUBLE" };
      assert.deepEqual(
        await reader.types(`FROM ${readParquetSql(path)}`),
        frame.columns.map(({ name, kind }) => [name, types[kind]]),
      );
      assert.deepEqual(await reader.about(path), frame.about);
    }));

  test("CSV, read by DuckDB", () =>
    holds(async (frame, rows) => {
      const blankLine = frame.columns.length === 1 && rows.some(([cell]) => cell === null);
      fc.pre(!blankLine);
      const path = join(reader.folder, "frame.csv");
      await writeFile(path, await encodeWhole(FORMATS.csv.encode, frame));
      assert.deepEqual(await reader.rows(`FROM ${readCsvSql(path, frame.columns)}`), rows);
    }));

  test("Arrow, read by flechette and by Arquero, with metadata", () =>
    holds(async (frame, rows) => {
      const bytes = await encodeWhole(FORMATS.arrow.encode, frame);
      const table = tableFromIPC(bytes, { useDate: true });
      const read = rows.map((_, row) =>
        frame.columns.map((_, index) => cellOf(table.getChildAt(index).at(row))),
      );
      assert.deepEqual(read, rows);
      assert.equal(table.numRows, rows.length);
      assert.deepEqual(table.schema.metadata ?? new Map(), frame.about);
      const columns = fromArrow(bytes);
      assert.deepEqual(
        rows.map((_, row) => frame.columns.map(({ name }) => cellOf(columns.get(name, row)))),
        rows,
      );
    }));
});

test("a frame of no rows is a whole file of each format", async () => {
  const columns: Column[] = [
    { name: "when", kind: "date" },
    { name: "where", kind: "text", dictionary: [] },
  ];
  const frame: Frame = { columns, batches: [], about: new Map([["source", "SAMPLE"]]) };
  const reader = await openReader();
  try {
    const path = join(reader.folder, "none.parquet");
    await writeFile(path, await encodeWhole(FORMATS.parquet.encode, frame));
    assert.deepEqual(await reader.rows(`FROM ${readParquetSql(path)}`), []);
    assert.equal((await encodeWhole(FORMATS.csv.encode, frame)).toString(), "when,where\n");
    const table = fromArrow(await encodeWhole(FORMATS.arrow.encode, frame));
    assert.deepEqual(table.columnNames(), ["when", "where"]);
    assert.equal(table.numRows(), 0);
  } finally {
    await reader.close();
  }
});

test("batches that come one by one are written as they come", async () => {
  const taken: number[] = [];
  const written: number[] = [];
  async function* batches() {
    for (let batch = 0; batch < 3; batch++) {
      taken.push(batch);
      yield { length: 1, values: [Float64Array.of(batch)] };
    }
  }
  for (const { encode } of Object.values(FORMATS)) {
    taken.length = written.length = 0;
    const frame: Frame = { columns: [{ name: "n", kind: "integer" }], batches: batches(), about: new Map() };
    for await (const _ of encode(frame)) written.push(taken.length);
    assert.ok(written.includes(1) && written.includes(2), `${written}`);
  }
});

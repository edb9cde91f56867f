import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { tableFromIPC } from "@uwdata/flechette";
import fc from "fast-check";
import { arbitraryRows } from "../activity/arbitrary.ts";
import { parseDay } from "../activity/day.ts";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow, fixtureGazetteer } from "../activity/fixture.ts";
import { COUNTS, REPORTS_OF } from "../activity/metric.ts";
import { loadGazetteer } from "../places/gazetteer.ts";
import type { Gazetteer } from "../places/place.ts";
import { readSnapshot, type Snapshot } from "../snapshot/read.ts";
import { writeSnapshot } from "../snapshot/write.ts";
import { type Cell, encodeWhole, openReader, type Reader, readCsvSql, readParquetSql } from "./fixture.ts";
import { FORMATS } from "./formats.ts";
import { snapshotFrame } from "./snapshot-frame.ts";

const { source, publishedAt, quality } = FIXTURE_ABOUT;
const [september, december] = [parseDay("2025-09-01")!, parseDay("2025-12-31")!];

/** A zero beside an absent count in every dataset, a count beyond 31 bits, a pincode in two districts. */
const LITERAL: readonly FixtureRow[] = [
  {
    pincode: "500001",
    district: "IN-TG/hyderabad",
    date: september,
    reports: 1,
    counts: [0, 3, 0, 0, 0, 0, 0],
  },
  {
    pincode: "500001",
    district: "IN-TG/hyderabad",
    date: december,
    reports: 6,
    counts: [0, 0, 0, 0, 7, 4_000_000_000, 0],
  },
  { pincode: "500001", district: "IN-TG/medak", date: december, reports: 7, counts: [0, 0, 0, 0, 0, 0, 0] },
];
const NAMES = [
  ["date", "DATE"],
  ["state_code", "VARCHAR"],
  ["state", "VARCHAR"],
  ["district_code", "VARCHAR"],
  ["district", "VARCHAR"],
  ["pincode", "VARCHAR"],
  ["enrolment_age_0_5", "BIGINT"],
  ["enrolment_age_5_17", "BIGINT"],
  ["enrolment_age_18_plus", "BIGINT"],
  ["demographic_update_age_5_17", "BIGINT"],
  ["demographic_update_age_17_plus", "BIGINT"],
  ["biometric_update_age_5_17", "BIGINT"],
  ["biometric_update_age_17_plus", "BIGINT"],
];

/** What stands for the snapshot's rows, derived from their codes and not by the export. */
function expected({ rows }: Snapshot, gazetteer: Gazetteer): Cell[][] {
  return Array.from(rows.date, (date, row) => {
    const district = rows.districts[rows.district[row]!]!;
    const state = district.split("/")[0]!;
    const counts = COUNTS.map((count, at) =>
      rows.reports[row]! & REPORTS_OF[count] ? rows.counts[at]![row]! : null,
    );
    const names = [state, gazetteer.find(state)!.name.EN, district, gazetteer.find(district)!.name.EN];
    return [date, ...names, rows.pincodes[rows.pincode[row]!]!, ...counts];
  });
}

/** The row as Arrow's reader gives it, days as milliseconds. */
const inMilliseconds = ([date, ...rest]: Cell[]): Cell[] => [(date as number) * 86_400_000, ...rest];

describe("a snapshot comes back whole", () => {
  let reader: Reader;
  before(async () => {
    reader = await openReader();
  });
  after(() => reader.close());

  const written = async (literal: readonly FixtureRow[]): Promise<Snapshot> => {
    const about = { source, publishedAt, quality };
    const version = await writeSnapshot(reader.folder, columnsOfRows(literal), about);
    return readSnapshot(reader.folder, version);
  };

  const readBack = async (snapshot: Snapshot, gazetteer: Gazetteer, batchRows: number) => {
    const frame = () => snapshotFrame(snapshot, gazetteer, batchRows);
    const [parquet, csv] = [join(reader.folder, "all.parquet"), join(reader.folder, "all.csv")];
    await writeFile(parquet, await encodeWhole(FORMATS.parquet.encode, frame()));
    await writeFile(csv, await encodeWhole(FORMATS.csv.encode, frame()));
    const arrow = tableFromIPC(await encodeWhole(FORMATS.arrow.encode, frame()), { useDate: false });
    const columns = arrow.names.map((name) => arrow.getChild(name as string));
    return {
      parquet: await reader.rows(`FROM ${readParquetSql(parquet)}`),
      csv: await reader.rows(`FROM ${readCsvSql(csv, frame().columns)}`),
      arrow: Array.from({ length: arrow.numRows }, (_, row) =>
        columns.map((column) => column.at(row) as Cell),
      ),
    };
  };

  test("of literal rows, nulls apart from zeros, with names, types and metadata", async () => {
    const snapshot = await written(LITERAL);
    const gazetteer = loadGazetteer();
    const read = await readBack(snapshot, gazetteer, 2);
    const telangana = ["IN-TG", "Telangana"];
    const hyderabad = [...telangana, "IN-TG/hyderabad", "Hyderabad", "500001"];
    const medak = [...telangana, "IN-TG/medak", "Medak", "500001"];
    const rows = [
      [september, ...hyderabad, 0, 3, 0, null, null, null, null],
      [december, ...hyderabad, null, null, null, 0, 7, 4_000_000_000, 0],
      [december, ...medak, 0, 0, 0, 0, 0, 0, 0],
    ];
    assert.deepEqual(read, { parquet: rows, csv: rows, arrow: rows.map(inMilliseconds) });
    const path = join(reader.folder, "all.parquet");
    assert.deepEqual(await reader.types(`FROM ${readParquetSql(path)}`), NAMES);
    const about = await reader.about(path);
    assert.deepEqual(about, snapshotFrame(snapshot, gazetteer).about);
    assert.equal(about.get("dataset_version"), snapshot.manifest.version);
    assert.equal(about.get("source"), "OFFICIAL");
    assert.equal(about.get("from"), "2025-09-01");
    assert.equal(about.get("to"), "2025-12-31");
    assert.match(about.get("licence")!, /GODL-India/);
    assert.match(about.get("citation")!, new RegExp(snapshot.manifest.version));
  });

  test("of any rows, whatever the size of a batch", () => {
    const gazetteer = fixtureGazetteer();
    return fc.assert(
      fc.asyncProperty(arbitraryRows, fc.integer({ min: 1, max: 130 }), async (literal, batchRows) => {
        const snapshot = await written(literal);
        const rows = expected(snapshot, gazetteer);
        const read = await readBack(snapshot, gazetteer, batchRows);
        assert.deepEqual(read, { parquet: rows, csv: rows, arrow: rows.map(inMilliseconds) });
      }),
      { numRuns: 25 },
    );
  });

  test("a place that the gazetteer no longer knows keeps its code", async () => {
    const snapshot = await written(LITERAL);
    const { parquet } = await readBack(snapshot, fixtureGazetteer(), 10);
    assert.deepEqual(parquet[0]!.slice(1, 6), ["IN-TG", null, "IN-TG/hyderabad", null, "500001"]);
  });

  test("the sample says that it is one", async () => {
    const snapshot = await written(LITERAL);
    const manifest = { ...snapshot.manifest, source: "SAMPLE" } as const;
    const { about } = snapshotFrame({ ...snapshot, manifest }, loadGazetteer());
    assert.equal(about.get("source"), "SAMPLE");
    assert.match(about.get("citation")!, /sample data: no figure/);
    assert.doesNotMatch(about.get("citation")!, /Unique Identification/);
  });
});

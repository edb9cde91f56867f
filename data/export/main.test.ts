import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow } from "../activity/fixture.ts";
import { writeSnapshot } from "../snapshot/write.ts";
import { openReader, type Reader, readParquetSql } from "./fixture.ts";

const { publishedAt, quality } = FIXTURE_ABOUT;
const manyRows: FixtureRow[] = Array.from({ length: 3000 }, (_, row) => ({
  pincode: String(500_001 + (row % 300)),
  district: "IN-TG/hyderabad",
  date: 20_332 + Math.floor(row / 300),
  reports: 7,
  counts: [row, 0, 1, 2, 3, 4, 5],
}));

describe("npm run export", () => {
  let reader: Reader;
  let dataDir: string;
  let out: string;
  let version: string;
  const environment = (dir = dataDir) => ({ ...process.env, DATA_DIR: dir });
  const exporting = (args: string[], dir?: string) =>
    spawnSync(process.execPath, ["data/export/main.ts", ...args], {
      env: environment(dir),
      encoding: "utf8",
    });
  const refused = (args: string[], message: RegExp, dir?: string) => {
    const { status, stdout, stderr } = exporting(args, dir);
    assert.equal(status, 1, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, / at .*\.ts:/);
  };

  before(async () => {
    reader = await openReader();
    dataDir = join(reader.folder, "data");
    out = join(reader.folder, "out");
    await mkdir(out);
    version = await writeSnapshot(dataDir, columnsOfRows(manyRows), {
      source: "SAMPLE",
      publishedAt,
      quality,
    });
  });
  after(() => reader.close());

  test("writes each format, told by --format or by the name, and what CSV cannot carry beside it", async () => {
    const paths = ["a.parquet", "b.csv", "c.arrow", "d.bin"].map((name) => join(out, name));
    for (const path of paths.slice(0, 3)) assert.equal(exporting([path]).status, 0);
    const last = exporting(["--format", "parquet", paths[3]!]);
    assert.equal(last.stdout, "");
    assert.match(last.stderr, new RegExp(`3,000 rows of version ${version} \\(sample data, invented\\)`));
    assert.deepEqual((await readdir(out)).toSorted(), [
      "a.parquet",
      "b.csv",
      "b.csv.meta.json",
      "c.arrow",
      "d.bin",
    ]);
    assert.deepEqual(await readFile(paths[0]!), await readFile(paths[3]!));
    const [totals] = await reader.rows(
      `SELECT count(*), sum(enrolment_age_0_5)::BIGINT FROM ${readParquetSql(paths[0]!)}`,
    );
    assert.deepEqual(totals, [3000, (3000 * 2999) / 2]);
    const about = JSON.parse(await readFile(`${paths[1]}.meta.json`, "utf8"));
    assert.deepEqual([about.dataset_version, about.source, about.rows], [version, "SAMPLE", "3000"]);
    assert.deepEqual(new Map(Object.entries(about)), await reader.about(paths[0]!));
  });

  test("- is standard output, the bytes of the file; comments only where asked", async () => {
    const path = join(out, "same.csv");
    exporting([path]);
    assert.equal(exporting(["--format", "csv", "-"]).stdout, await readFile(path, "utf8"));
    const commented = exporting(["--format=csv", "--header-comments", "-"]).stdout;
    assert.match(
      commented,
      new RegExp(`^# title: [^\n]+\n# dataset_version: ${version}\n# source: SAMPLE\n`),
    );
  });

  test("a file that is there stays, unless --force", async () => {
    const path = join(out, "there.csv");
    await writeFile(path, "mine");
    refused([path], /there\.csv is there already; --force replaces it/);
    assert.equal(await readFile(path, "utf8"), "mine");
    assert.equal(exporting(["--force", path]).status, 0);
    assert.match(await readFile(path, "utf8"), /^date,state_code,/);
  });

  test("refuses what it cannot do, and says what would be right", () => {
    refused([], /Name the file to write/);
    refused(["a.parquet", "b.parquet"], /Name one file to write; 2 were given/);
    refused(["--format", "xlsx", "a"], /xlsx is no format; --format takes parquet, csv, arrow/);
    refused(["figures"], /figures does not end with a known format/);
    refused(["-"], /- does not end with a known format/);
    refused(["--frobnicate", "a.csv"], /Unknown option '--frobnicate'/);
    refused(["--header-comments", "a.parquet"], /--header-comments is for CSV/);
    refused([join(out, "none", "a.csv")], /its folder does not exist/);
    refused([join(out, "a.csv")], /holds no snapshot: .*npm run import/, join(out, "nowhere"));
    assert.match(exporting(["--help"]).stdout, /^Usage: npm run export/);
  });

  test("a damaged snapshot is named and nothing is written", async () => {
    const path = join(dataDir, "snapshots", version, "activity.arrow");
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, 100));
    refused([join(out, "damaged.csv")], /activity\.arrow is damaged/);
    await writeFile(path, bytes);
    assert.equal(existsSync(join(out, "damaged.csv")), false);
  });

  test("a full disk is told as such", { skip: !existsSync("/dev/full") }, async () => {
    const full = await open("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, ["data/export/main.ts", "--format", "csv", "-"], {
      env: environment(),
      stdio: ["ignore", full.fd, "pipe"],
      encoding: "utf8",
    });
    await full.close();
    assert.equal(status, 1);
    assert.match(stderr, /Standard output was not written: the disk is full/);
  });

  test("a reader that has read enough ends it in peace", async () => {
    const child = spawn(process.execPath, ["data/export/main.ts", "--format", "csv", "-"], {
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    await once(child.stdout, "readable");
    child.stdout.destroy();
    const [status] = await once(child, "close");
    assert.equal(status, 0, stderr);
  });
});

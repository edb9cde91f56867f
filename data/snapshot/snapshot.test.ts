import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { FIXTURE_ABOUT } from "../activity/fixture.ts";
import type { ActivityRows } from "../activity/rows.ts";
import { Fault } from "../fault.ts";
import { FILES, LEDGER, layout } from "./layout.ts";
import { sealManifest } from "./manifest.ts";
import { readLedger, readSnapshot } from "./read.ts";
import { currentVersion } from "./versions.ts";
import { writeSnapshot } from "./write.ts";

const rows: ActivityRows = {
  districts: ["IN-TG/hyderabad"],
  pincodes: ["500001", "500002"],
  date: Uint16Array.of(20_000, 20_001, 20_000),
  district: Uint16Array.of(0, 0, 0),
  pincode: Uint16Array.of(0, 0, 1),
  reports: Uint8Array.of(1, 7, 2),
  counts: [0, 1, 2, 3, 4, 5, 6].map((count) => Uint32Array.of(count, 70_000 + count, 9)),
};
const { version: _, ...about } = FIXTURE_ABOUT;

describe("snapshot", () => {
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-snapshot-"));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  test("gives back what was written, as views of shared memory", async () => {
    const version = await writeSnapshot(dir, rows, about);
    assert.equal(await currentVersion(dir), version);
    const snapshot = await readSnapshot(dir, version);
    assert.deepEqual(snapshot.rows, rows);
    assert.equal(snapshot.table.numRows(), 3);
    assert.ok(snapshot.rows.date.buffer instanceof SharedArrayBuffer);
    assert.deepEqual(snapshot.manifest.quality, about.quality);
  });

  test("keeps the current one where nothing but the time is new", async () => {
    const version = await writeSnapshot(dir, rows, { ...about, publishedAt: "2027-01-01T00:00:00.000Z" });
    assert.equal((await readSnapshot(dir, version)).manifest.publishedAt, about.publishedAt);
  });

  test("another source, row or report is another version; no draft is left behind", async () => {
    const first = await currentVersion(dir);
    const sample = await writeSnapshot(dir, rows, { ...about, source: "SAMPLE" });
    assert.notEqual(sample, first);
    assert.equal(await currentVersion(dir), sample);
    assert.deepEqual((await readdir(layout.snapshots(dir))).toSorted(), [first, sample].toSorted());
    assert.deepEqual((await readdir(dir)).toSorted(), ["current", "snapshots"]);
  });

  test("refuses to write nothing", async () => {
    const empty = { ...rows, date: new Uint16Array(0) };
    await assert.rejects(writeSnapshot(dir, empty, about), Fault);
  });

  test("keeps a ledger apart, checked when it is read, and none where none was given", async () => {
    const ledger = Uint8Array.of(1, 2, 3);
    const version = await writeSnapshot(dir, rows, about, { ledger });
    const { manifest } = await readSnapshot(dir, version);
    assert.deepEqual([...(await readLedger(dir, manifest))!], [1, 2, 3]);
    await writeFile(join(layout.snapshot(dir, version), LEDGER), Uint8Array.of(1, 2, 4));
    await assert.rejects(readLedger(dir, manifest), /ledger\.arrow is damaged: its SHA-256/);
    const bare = await readSnapshot(dir, await writeSnapshot(dir, rows, about));
    assert.equal(await readLedger(dir, bare.manifest), null);
  });

  test("what follows a version is refused once another is current, which stays", async () => {
    const follows = await writeSnapshot(dir, rows, about);
    const other = await writeSnapshot(dir, rows, { ...about, source: "SAMPLE" });
    const later = { ...rows, date: Uint16Array.of(20_000, 20_002, 20_000) };
    const extras = { ledger: Uint8Array.of(5), follows };
    await assert.rejects(writeSnapshot(dir, later, about, extras), new RegExp(`no longer ${follows}`));
    assert.equal(await currentVersion(dir), other);
    assert.ok((await readdir(layout.snapshots(dir))).every((name) => !name.startsWith(".draft")));
  });

  const damaged = async (file: string, damage: (bytes: Buffer) => Buffer, message: RegExp) => {
    const version = await writeSnapshot(dir, rows, about);
    const path = join(layout.snapshot(dir, version), file);
    const bytes = await readFile(path);
    await writeFile(path, damage(Buffer.from(bytes)));
    await assert.rejects(readSnapshot(dir, version), (error) => {
      assert.ok(error instanceof Fault && error.code === "DATA_NOT_READY");
      assert.match(error.message, message);
      return true;
    });
    await writeFile(path, bytes);
  };

  test("refuses a flipped bit, a cut file and a manifest that is not its own", async () => {
    const flip = (bytes: Buffer) => {
      bytes[bytes.length >> 1]! ^= 1;
      return bytes;
    };
    await damaged(FILES.activity, flip, /activity\.arrow is damaged: its SHA-256/);
    await damaged(FILES.activity, (bytes) => bytes.subarray(0, 100), /100 bytes, expected/);
    await damaged(FILES.places, flip, /places\.json is damaged/);
    await damaged(FILES.manifest, (bytes) => bytes.subarray(0, 40), /manifest\.json is damaged: not JSON/);
    const edit = (bytes: Buffer) => Buffer.from(bytes.toString().replace('"rows": 3', '"rows": 4'));
    await damaged(FILES.manifest, edit, /does not hash to version/);
  });

  test("refuses another format and another byte order by name", async () => {
    const reseal = (change: object) => (bytes: Buffer) => {
      const { version: _, ...content } = JSON.parse(bytes.toString());
      return Buffer.from(JSON.stringify(sealManifest({ ...content, ...change })));
    };
    await damaged(FILES.manifest, reseal({ format: 2 }), /snapshot format 2; this service reads format 1/);
    await damaged(FILES.manifest, reseal({ byteOrder: "big" }), /byte order big/);
  });
});

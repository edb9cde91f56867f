import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow } from "../activity/fixture.ts";
import { markUsed, versionsInUse } from "./in-use.ts";
import { layout } from "./layout.ts";
import { pruneSnapshots, readKept } from "./prune.ts";
import { versionsOf } from "./versions.ts";
import { writeSnapshot } from "./write.ts";

const { version: _, ...about } = FIXTURE_ABOUT;

let dir: string;
/** Five snapshots, the last written first. */
let versions: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "pulse-prune-"));
  versions = [];
  for (let date = 20_100; date < 20_105; date++) {
    const row: FixtureRow = {
      pincode: "500001",
      district: "IN-TG/hyderabad",
      date,
      reports: 1,
      counts: [1, 0, 0, 0, 0, 0, 0],
    };
    versions.unshift(await writeSnapshot(dir, columnsOfRows([row]), about));
    await setTimeout(10);
  }
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test("the last written stay, the older ones go with what stands beside them", async () => {
  await writeFile(layout.planted(dir, versions[4]!), "{}");
  assert.deepEqual(await versionsOf(dir), versions);
  assert.deepEqual((await pruneSnapshots(dir, 3)).toSorted(), versions.slice(3).toSorted());
  assert.deepEqual(await versionsOf(dir), versions.slice(0, 3));
  assert.deepEqual((await readdir(dir)).toSorted(), ["current", "snapshots"]);
  assert.deepEqual(await pruneSnapshots(dir, 3), []);
});

test("the current one stays however old it is", async () => {
  await writeFile(layout.current(dir), versions[4]!);
  await pruneSnapshots(dir, 2);
  assert.deepEqual((await versionsOf(dir)).toSorted(), [versions[0]!, versions[4]!].toSorted());
  await pruneSnapshots(dir, 1);
  assert.deepEqual(await versionsOf(dir), [versions[4]]);
});

test("one in use stays until it is released; a mark of the dead is none", async () => {
  const mark = await markUsed(dir, versions[3]!);
  const left = join(layout.inUse(dir), `${versions[4]}.left`);
  await writeFile(left, "");
  const longAgo = new Date(Date.now() - 600_000);
  await utimes(left, longAgo, longAgo);
  await pruneSnapshots(dir, 1);
  assert.deepEqual((await versionsOf(dir)).toSorted(), [versions[0]!, versions[3]!].toSorted());
  assert.deepEqual([...(await versionsInUse(dir))], [versions[3]]);
  await mark.release();
  assert.deepEqual(await pruneSnapshots(dir, 1), [versions[3]]);
});

test("drafts that a dead writer left are cleared away, those of a live one are not", async () => {
  const [old, young] = ["old", "young"].map((name) => join(layout.snapshots(dir), `.draft-${name}`));
  await mkdir(old!);
  await mkdir(young!);
  const longAgo = new Date(Date.now() - 48 * 3_600_000);
  await utimes(old!, longAgo, longAgo);
  await pruneSnapshots(dir, 9);
  const drafts = (await readdir(layout.snapshots(dir))).filter((name) => name.startsWith("."));
  assert.deepEqual(drafts, [".draft-young"]);
});

test("SNAPSHOTS_KEPT is a whole number from 1 to 1000, three where it is not set", () => {
  assert.deepEqual(["", undefined, " 5 ", "1000"].map(readKept), [3, 3, 5, 1000]);
  for (const bad of ["0", "-1", "1001", "2.5", "many"]) {
    assert.throws(() => readKept(bad), { code: "BAD_USER_INPUT", message: /from 1 to 1000/ });
  }
});

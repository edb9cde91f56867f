import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow } from "./activity/fixture.ts";
import { openStore } from "./open.ts";
import { FILES, layout } from "./snapshot/layout.ts";
import { sealManifest } from "./snapshot/manifest.ts";
import { writeSnapshot } from "./snapshot/write.ts";

const { version: _, ...about } = FIXTURE_ABOUT;
const row: FixtureRow = {
  pincode: "500001",
  district: "IN-TG/hyderabad",
  date: 20_300,
  reports: 1,
  counts: [7, 0, 0, 0, 0, 0, 0],
};

describe("opening what DATA_DIR holds", () => {
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-open-"));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  test("nothing is null, not an error", async () => {
    assert.equal(await openStore(dir), null);
  });

  test("a pincode that only the data know stands in the district where it has most rows", async () => {
    const rows = [
      row,
      { ...row, pincode: "999999", district: "IN-TG/hyderabad" },
      { ...row, pincode: "999999", district: "IN-TG/ranga-reddy" },
      { ...row, pincode: "999999", district: "IN-TG/ranga-reddy", date: 20_301 },
    ];
    await writeSnapshot(dir, columnsOfRows(rows), about);
    const store = (await openStore(dir))!;
    const found = store.gazetteer.find("999999")!;
    assert.ok(found.level === "PINCODE" && found.latitude === null);
    assert.equal(store.gazetteer.districts[found.district]!.code, "IN-TG/ranga-reddy");
    const sums = await store.values({ places: [found], metric: "ENROLMENT", from: 20_300, to: 20_301 });
    assert.deepEqual([...sums], [21]);
  });

  test("districts that the gazetteer does not know are refused by name", async () => {
    const other = await mkdtemp(join(tmpdir(), "pulse-open-"));
    try {
      await writeSnapshot(other, columnsOfRows([{ ...row, district: "IN-TG/nowhere" }]), about);
      await assert.rejects(
        openStore(other),
        /1 districts that the gazetteer does not know \(IN-TG\/nowhere\)/,
      );
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });
});

describe("a damaged current snapshot gives way to the last good one", () => {
  let dir: string;
  let good: string;
  let current: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-fallback-"));
    await writeSnapshot(dir, columnsOfRows([{ ...row, date: 20_100 }]), about);
    await setTimeout(20);
    good = await writeSnapshot(dir, columnsOfRows([{ ...row, date: 20_200 }]), about);
    await setTimeout(20);
    current = await writeSnapshot(dir, columnsOfRows([row]), about);
  });
  after(() => rm(dir, { recursive: true, force: true }));

  async function opened() {
    const damaged: [string, string][] = [];
    const store = await openStore(dir, (version, why) => damaged.push([version, (why as Error).message]));
    return { version: store!.dataset.version, damaged };
  }

  async function whileDamaged(
    path: string,
    damage: (bytes: Buffer) => Buffer | string,
    named: string,
    why: RegExp,
  ) {
    const bytes = await readFile(path);
    await writeFile(path, damage(Buffer.from(bytes)));
    const { version, damaged } = await opened();
    await writeFile(path, bytes);
    assert.equal(version, good);
    assert.equal(damaged.length, 1);
    assert.equal(damaged[0]![0], named);
    assert.match(damaged[0]![1], why);
  }

  const reseal = (change: object) => (bytes: Buffer) => {
    const { version: _, ...content } = JSON.parse(bytes.toString());
    return JSON.stringify(sealManifest({ ...content, ...change }));
  };

  test("sound, it is the one opened", async () => {
    assert.deepEqual(await opened(), { version: current, damaged: [] });
  });

  test("flipped bits, cut files, another format and another byte order", async () => {
    const file = (name: string) => join(layout.snapshot(dir, current), name);
    for (const name of Object.values(FILES)) {
      const flip = (bytes: Buffer) => {
        bytes[bytes.length >> 1]! ^= 4;
        return bytes;
      };
      await whileDamaged(file(name), flip, current, /is damaged/);
      await whileDamaged(file(name), (bytes) => bytes.subarray(0, bytes.length >> 1), current, /is damaged/);
      await whileDamaged(file(name), () => "", current, /is damaged/);
    }
    await whileDamaged(file(FILES.manifest), reseal({ format: 99 }), current, /snapshot format 99/);
    await whileDamaged(file(FILES.manifest), reseal({ byteOrder: "big" }), current, /byte order big/);
  });

  test("a file or a folder that is gone, a pointer that names none", async () => {
    const folder = layout.snapshot(dir, current);
    await rename(join(folder, FILES.places), join(folder, "away"));
    assert.equal((await opened()).version, good);
    await rename(join(folder, "away"), join(folder, FILES.places));
    await rename(folder, `${folder}-away`);
    assert.equal((await opened()).version, good);
    await rename(`${folder}-away`, folder);
    for (const pointer of ["", "../../etc", "g".repeat(16), "\0\0"]) {
      const bytes = await readFile(layout.current(dir));
      await writeFile(layout.current(dir), pointer);
      const { version, damaged } = await opened();
      await writeFile(layout.current(dir), bytes);
      assert.equal(version, current);
      assert.match(damaged[0]![1], /current is damaged: it should hold a version/);
    }
  });

  test("where none is sound, it says what is wrong with the current one", async () => {
    for (const version of [good, current])
      await truncate(join(layout.snapshot(dir, version), FILES.activity));
    const [oldest] = (await readdir(layout.snapshots(dir))).filter((one) => ![good, current].includes(one));
    await rm(layout.snapshot(dir, oldest!), { recursive: true });
    await assert.rejects(openStore(dir), new RegExp(`${current}/activity.arrow is damaged: 0 bytes`));
  });
});

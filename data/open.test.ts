import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow } from "./activity/fixture.ts";
import { openStore } from "./open.ts";
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
    await writeSnapshot(dir, columnsOfRows([{ ...row, district: "IN-TG/nowhere" }]), about);
    await assert.rejects(openStore(dir), /1 districts that the gazetteer does not know \(IN-TG\/nowhere\)/);
  });
});

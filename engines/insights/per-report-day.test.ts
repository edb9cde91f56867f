import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../../data/activity/day.ts";
import {
  columnsOfRows,
  FIXTURE_ABOUT,
  type FixtureRow,
  fixtureGazetteer,
} from "../../data/activity/fixture.ts";
import { memoryStore } from "../../data/activity/memory-store.ts";
import { watchedStore } from "../nation/fixture.ts";
import { perReportDay } from "./per-report-day.ts";

const gazetteer = fixtureGazetteer();
const row = (date: string, enrolments: number, pincode = "100001"): FixtureRow => ({
  ...{ pincode, district: "IN-AA/one", date: parseDay(date)!, reports: 1 },
  counts: [enrolments, 0, 0, 0, 0, 0, 0],
});
const storeOf = (...rows: FixtureRow[]) => memoryStore(columnsOfRows(rows), gazetteer, FIXTURE_ABOUT);
const month = (first: string, last: string) => ({ from: parseDay(first)!, to: parseDay(last)! });
const NOVEMBER = month("2025-11-01", "2025-11-30");

test("means are over days with a report, of each month its own", async () => {
  const store = storeOf(
    row("2025-09-28", 1),
    row("2025-10-07", 6),
    row("2025-10-20", 2),
    row("2025-11-03", 9),
    row("2025-11-04", 12),
    row("2025-11-05", 0),
    row("2025-11-30", 3, "100002"),
  );
  assert.deepEqual(await perReportDay(store, "ENROLMENT", NOVEMBER, null), {
    ...{ value: 6, previous: 4, change: 2, ratio: 0.5 },
    ...{ reportDays: 4, previousReportDays: 2 },
  });
  const one = await perReportDay(store, "ENROLMENT", NOVEMBER, gazetteer.find("100001")!);
  assert.deepEqual([one.value, one.previous, one.reportDays], [7, 4, 3]);
});

test("a ratio to 0 is null, and so is all of what was not reported", async () => {
  const store = storeOf(row("2025-09-28", 1), row("2025-10-07", 0), row("2025-11-03", 9));
  assert.deepEqual(await perReportDay(store, "ENROLMENT", NOVEMBER, null), {
    ...{ value: 9, previous: 0, change: 9, ratio: null },
    ...{ reportDays: 1, previousReportDays: 1 },
  });
  const none = await perReportDay(store, "BIOMETRIC_UPDATE", NOVEMBER, null);
  assert.deepEqual([none.value, none.previous, none.change, none.ratio], [null, null, null, null]);
});

test("a month before that the data begin within is not compared with", async () => {
  const store = storeOf(row("2025-10-02", 6), row("2025-11-03", 9));
  const { value, previous, change } = await perReportDay(store, "ENROLMENT", NOVEMBER, null);
  assert.deepEqual([value, previous, change], [9, null, null]);
});

test("a batch is no day's mean", async () => {
  const store = watchedStore(gazetteer, "100003");
  const september = await perReportDay(store, "DEMOGRAPHIC_UPDATE", month("2025-09-01", "2025-09-30"), null);
  assert.equal(september.previous, null);
  assert.ok(september.value! > 0 && september.previousReportDays === 1);
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Place } from "../../places/place.ts";
import { arbitraryMetric, arbitraryPlaces, arbitraryRange, rowsAroundFirsts } from "../arbitrary.ts";
import { formatDay, parseDay } from "../day.ts";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow, fixtureGazetteer } from "../fixture.ts";
import { memoryStore } from "../memory-store.ts";
import type { Metric } from "../metric.ts";
import { DAY_KINDS } from "../store.ts";
import { NaiveCalendar } from "./naive.ts";

const gazetteer = fixtureGazetteer();
const day = (iso: string) => parseDay(iso)!;

const row = (date: string, district = "IN-AA/one", reports = 1, count = 5): FixtureRow => ({
  pincode: "100001",
  district,
  date: day(date),
  reports,
  counts: [count, 0, 0, count, 0, 0, 0],
});

const daily = (from: string, days: number, district = "IN-AA/one", reports = 1) =>
  Array.from({ length: days }, (_, at) => row(formatDay(day(from) + at), district, reports));

async function kindsOf(rows: readonly FixtureRow[], code: string, metric: Metric, from: string, to: string) {
  const store = memoryStore(columnsOfRows(rows), gazetteer, FIXTURE_ABOUT);
  const places = [gazetteer.find(code)!];
  const found = await store.calendar({ places, metric, from: day(from), to: day(to) });
  return Array.from(found.kinds[0]!, (kind, at) => [formatDay(found.from + at), DAY_KINDS[kind]]);
}

const summary = (kinds: unknown[][]) => kinds.map(([date, kind]) => `${date} ${kind}`);

describe("the reporting calendar", () => {
  const rows = [row("2025-04-01"), row("2025-05-01"), ...daily("2025-09-01", 3), row("2025-09-05")];

  test("a lone report of a 1st is a month's batch, which speaks for that month only", async () => {
    const kinds = await kindsOf(rows, "IN-AA/one", "ENROLMENT", "2025-04-29", "2025-05-03");
    assert.deepEqual(summary(kinds), [
      "2025-04-29 COVERED",
      "2025-04-30 COVERED",
      "2025-05-01 BATCH",
      "2025-05-02 COVERED",
      "2025-05-03 COVERED",
    ]);
    const [june] = await kindsOf(rows, "IN", "ACTIVITY", "2025-06-01", "2025-06-01");
    assert.deepEqual(june, ["2025-06-01", "SILENT"]);
  });

  test("the 1st of a month of daily reports is a report, and its silent days are no zeros", async () => {
    const kinds = await kindsOf(rows, "IN-AA", "ENROLMENT", "2025-08-31", "2025-12-31");
    assert.deepEqual(summary(kinds), [
      "2025-08-31 SILENT",
      "2025-09-01 REPORTED",
      "2025-09-02 REPORTED",
      "2025-09-03 REPORTED",
      "2025-09-04 SILENT",
      "2025-09-05 REPORTED",
    ]);
  });

  test("another dataset has a calendar of its own", async () => {
    const kinds = await kindsOf(rows, "IN-AA", "BIOMETRIC_UPDATE", "2025-05-01", "2025-05-02");
    assert.deepEqual(summary(kinds), ["2025-05-01 SILENT", "2025-05-02 SILENT"]);
  });

  test("where others report daily, only a report far above the usual is a batch", async () => {
    const others = daily("2025-09-01", 20, "IN-BB/three");
    const [small, large] = [7, 500].map((count) => [
      ...others,
      row("2025-09-01", "IN-AA/one", 1, count),
      row("2025-09-12"),
    ]);
    const first = ["2025-09-01", "2025-09-01"] as const;
    assert.deepEqual((await kindsOf(small!, "100001", "ENROLMENT", ...first))[0]![1], "REPORTED");
    const [ofLarge] = await kindsOf(large!, "IN-AA/one", "ENROLMENT", "2025-09-02", "2025-09-02");
    assert.equal(ofLarge![1], "COVERED");
    assert.equal((await kindsOf(large!, "IN", "ENROLMENT", ...first))[0]![1], "REPORTED");
  });

  test("data that end on a 1st after daily reports end with a report of that day", async () => {
    const ending = daily("2025-11-20", 12);
    const [last] = await kindsOf(ending, "IN", "ENROLMENT", "2025-12-01", "2025-12-09");
    assert.deepEqual(last, ["2025-12-01", "REPORTED"]);
    const [alone] = await kindsOf([row("2025-12-01")], "IN", "ENROLMENT", "2025-12-01", "2025-12-09");
    assert.deepEqual(alone, ["2025-12-01", "BATCH"]);
  });

  test("equals a calendar read off the rows, for any place, metric and range", async () => {
    const matches = (place: Place) => (one: FixtureRow) =>
      place.level === "PINCODE"
        ? one.pincode === place.code
        : one.district === place.code ||
          one.district.startsWith(`${place.code}/`) ||
          place.level === "COUNTRY";
    await fc.assert(
      fc.asyncProperty(
        rowsAroundFirsts,
        arbitraryPlaces,
        arbitraryMetric,
        arbitraryRange,
        async (rows, places, metric, range) => {
          const distinct = [
            ...new Map(
              rows.toReversed().map((one) => [`${one.pincode} ${one.district} ${one.date}`, one]),
            ).values(),
          ];
          const store = memoryStore(columnsOfRows(rows), gazetteer, FIXTURE_ABOUT);
          const naive = new NaiveCalendar(distinct);
          const { from, kinds } = await store.calendar({ places, metric, ...range });
          for (const [at, place] of places.entries()) {
            const region = place.level === "COUNTRY" ? "IN" : undefined;
            const expected = [];
            for (let one = range.from; one <= range.to; one++) {
              const kind = naive.kind(matches(place), metric, one, region);
              if (kind !== null) expected.push([one, kind]);
            }
            assert.deepEqual(
              Array.from(kinds[at]!, (kind, offset) => [from + offset, DAY_KINDS[kind]]),
              expected,
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

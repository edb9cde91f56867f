import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Place } from "../../places/place.ts";
import {
  arbitraryGrain,
  arbitraryMetric,
  arbitraryPlaces,
  arbitraryRange,
  arbitraryRows,
} from "../arbitrary.ts";
import { bucketEdges } from "../calendar/bucket.ts";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow, fixtureGazetteer } from "../fixture.ts";
import { memoryStore } from "../memory-store.ts";
import { COUNTS_OF, type Metric, REPORTS_OF } from "../metric.ts";

const gazetteer = fixtureGazetteer();

function under(row: FixtureRow, place: Place): boolean {
  if (place.level === "PINCODE") return row.pincode === place.code;
  return (
    row.district === place.code || row.district.startsWith(`${place.code}/`) || place.level === "COUNTRY"
  );
}

/** The sum by looking at every row: what the cubes must agree with. */
function scan(rows: readonly FixtureRow[], place: Place, metric: Metric, from: number, to: number): number {
  const matched = rows.filter(
    (row) => under(row, place) && row.date >= from && row.date <= to && row.reports & REPORTS_OF[metric],
  );
  if (matched.length === 0) return Number.NaN;
  return matched.reduce(
    (sum, row) => sum + COUNTS_OF[metric].reduce((all, count) => all + row.counts[count]!, 0),
    0,
  );
}

/** Rows as the store holds them: one a key, the first given. */
function distinct(rows: readonly FixtureRow[]): FixtureRow[] {
  const byKey = new Map<string, FixtureRow>();
  for (const row of rows) {
    const key = `${row.pincode} ${row.district} ${row.date}`;
    if (!byKey.has(key)) byKey.set(key, row);
  }
  return [...byKey.values()];
}

describe("values and series", () => {
  test("are what a scan of the rows gives, for any place, metric and range", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryRows,
        arbitraryPlaces,
        arbitraryMetric,
        arbitraryRange,
        async (rows, places, metric, range) => {
          const store = memoryStore(columnsOfRows(rows), gazetteer, FIXTURE_ABOUT);
          const expected = places.map((place) => scan(distinct(rows), place, metric, range.from, range.to));
          assert.deepEqual(Array.from(await store.values({ places, metric, ...range })), expected);
        },
      ),
    );
  });

  test("a series is the scan of each of its buckets", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryRows,
        arbitraryPlaces,
        arbitraryMetric,
        arbitraryRange,
        arbitraryGrain,
        async (rows, places, metric, range, grain) => {
          const bucket = grain ?? "DAY";
          const store = memoryStore(columnsOfRows(rows), gazetteer, FIXTURE_ABOUT);
          const { starts, values } = await store.series({ places, metric, bucket, ...range });
          const edges = bucketEdges(range, bucket);
          assert.deepEqual(starts, edges.slice(0, -1));
          const expected = places.map((place) =>
            starts.map((start, at) => scan(distinct(rows), place, metric, start, edges[at + 1]! - 1)),
          );
          assert.deepEqual(
            values.map((series) => Array.from(series)),
            expected,
          );
        },
      ),
    );
  });

  test("an aborted signal rejects with its reason", async () => {
    const row = {
      pincode: "100001",
      district: "IN-AA/one",
      date: 20_100,
      reports: 1,
      counts: [1, 0, 0, 0, 0, 0, 0],
    };
    const store = memoryStore(columnsOfRows([row]), gazetteer, FIXTURE_ABOUT);
    const query = { places: [], metric: "ACTIVITY", from: 0, to: 1 } as const;
    await assert.rejects(store.values(query, AbortSignal.abort(new Error("client gone"))), /client gone/);
  });

  test("says what it holds", () => {
    const row = {
      pincode: "100004",
      district: "IN-AA/two",
      date: 20_100,
      reports: 1,
      counts: [1, 0, 0, 0, 0, 0, 0],
    };
    const store = memoryStore(columnsOfRows([row]), gazetteer, FIXTURE_ABOUT);
    const { rows, pincodes, districts, states, from, to } = store.dataset;
    assert.deepEqual([rows, pincodes, districts, states, from, to], [1, 1, 1, 1, "2025-01-12", "2025-01-12"]);
    assert.deepEqual(store.pincodesOf(1), [3]);
    assert.deepEqual(store.pincodesOf(2), []);
    const populated = (code: string) => store.populated(gazetteer.find(code)!);
    assert.deepEqual(
      ["IN", "IN-AA", "IN-BB", "IN-AA/two", "IN-BB/three", "100004", "100001"].map(populated),
      [true, true, false, true, false, true, false],
    );
  });
});

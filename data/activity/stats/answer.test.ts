import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { Fault } from "../../fault.ts";
import { arbitraryRows, arbitraryStats, rowsAroundFirsts } from "../arbitrary.ts";
import { bucketEdges } from "../calendar/bucket.ts";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow, fixtureGazetteer } from "../fixture.ts";
import { memoryStore } from "../memory-store.ts";
import type { ActivityStore, StatsQuery } from "../store.ts";
import { bucketsOf, naiveCounterparts } from "./naive-compare.ts";
import { type Oracle, openOracle } from "./oracle.ts";

const gazetteer = fixtureGazetteer();
const storeOf = (rows: readonly FixtureRow[]): ActivityStore =>
  memoryStore(columnsOfRows(rows), gazetteer, FIXTURE_ABOUT);

function distinct(rows: readonly FixtureRow[]): FixtureRow[] {
  const key = (row: FixtureRow) => `${row.pincode} ${row.district} ${row.date}`;
  return [...new Map(rows.toReversed().map((row) => [key(row), row])).values()];
}

/** Every row that the query can give, page after page. */
async function allRows(store: ActivityStore, query: StatsQuery) {
  const pages = [await store.stats(query)];
  while (pages.at(-1)!.hasNextPage)
    pages.push(await store.stats({ ...query, after: pages.at(-1)!.endCursor }));
  return { rows: pages.flatMap((page) => page.rows), result: pages[0]! };
}

/** The oracle's bucket is the calendar's; the store's is clipped to the range. */
function clip(query: StatsQuery, bucket: number): number {
  return query.bucket === null ? query.from : Math.max(bucket, query.from);
}

/** Days of the range from the first to the last report of all. */
function daysWithin(rows: readonly FixtureRow[], { from, to }: StatsQuery): number {
  const dates = rows.map((row) => row.date);
  return Math.max(0, Math.min(to, Math.max(...dates)) - Math.max(from, Math.min(...dates)) + 1);
}

const expectsData = (rows: readonly FixtureRow[], query: StatsQuery) => daysWithin(rows, query) > 0;

/** What the query's buckets that the data reach into are compared with; null where nothing is. */
function comparedOf(query: StatsQuery, rows: readonly FixtureRow[]) {
  if (query.compareTo === null) return null;
  const metrics = [...query.measures, ...query.having, ...(query.orderBy ? [query.orderBy] : [])].map(
    ({ metric }) => metric,
  );
  const live = bucketsOf(query).filter(
    (own) => daysWithin(rows, { ...query, from: own.from, to: own.to }) > 0,
  );
  return naiveCounterparts(query, distinct(rows), metrics).filter(({ bucket }) =>
    live.some((own) => own.bucket === bucket),
  );
}

const round = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(12)) : value);

describe("stats", () => {
  let oracle: Oracle;
  before(async () => {
    oracle = await openOracle();
  });
  after(() => oracle.close());

  test("equals DuckDB on random queries: rows, order, pages, total, report days", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(arbitraryRows, rowsAroundFirsts),
        fc.array(arbitraryStats, { minLength: 16, maxLength: 16 }),
        async (rows, queries) => {
          const store = storeOf(rows);
          await oracle.load(distinct(rows));
          for (const query of queries) {
            const compared = comparedOf(query, rows);
            const expected = await oracle.stats(query, compared ?? []);
            const { rows: found, result } = await allRows(store, query);
            assert.deepEqual(
              found.map((row) => [
                ...row.places.map((place) => place.code),
                row.from,
                ...row.values.map(round),
              ]),
              expected.map((row) => {
                const keys = query.groupBy.length;
                return [
                  ...row.slice(0, keys),
                  clip(query, row[keys] as number),
                  ...row.slice(keys + 1).map(round),
                ];
              }),
            );
            assert.equal(result.totalGroups, expected.length);
            const totals = await oracle.total(query, compared ?? []);
            assert.deepEqual(result.total.values.map(round), totals.map(round));
            if (compared !== null && expectsData(rows, query)) {
              assert.equal(
                result.compared?.aligned,
                compared.some(({ aligned }) => aligned),
              );
              assert.equal(result.compared?.from, Math.min(...compared.map(({ from }) => from)));
              assert.equal(result.compared?.to, Math.max(...compared.map(({ to }) => to)));
            }
            const { reportDays, coveredDays, missingDays } = result.days;
            assert.equal(reportDays, await oracle.reportDays(query));
            assert.equal(reportDays + coveredDays + missingDays, daysWithin(rows, query));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  const row: FixtureRow = {
    pincode: "100001",
    district: "IN-AA/one",
    date: 20_100,
    reports: 1,
    counts: [4, 0, 0, 0, 0, 0, 0],
  };
  const query: StatsQuery = {
    from: 20_000,
    to: 20_200,
    places: null,
    groupBy: ["PINCODE"],
    bucket: "DAY",
    measures: [{ metric: "ENROLMENT", aspect: "SUM" }],
    compareTo: null,
    having: [],
    orderBy: null,
    first: 1,
    after: null,
  };

  test("a row ends where its bucket or the range does", async () => {
    const { rows } = await storeOf([row]).stats({ ...query, bucket: "MONTH", to: 20_103 });
    assert.deepEqual([rows[0]!.from, rows[0]!.to], [20_089, 20_103]);
    assert.equal(bucketEdges({ from: 20_000, to: 20_103 }, "MONTH").at(-2), 20_089);
  });

  test("before the first date, after the last and the wrong way round there is nothing", async () => {
    for (const range of [
      { from: 1, to: 20_099 },
      { from: 20_101, to: 20_900 },
      { from: 20_150, to: 20_050 },
    ]) {
      const result = await storeOf([row]).stats({ ...query, ...range });
      assert.deepEqual(
        [result.totalGroups, result.rows, result.total.values, result.endCursor],
        [0, [], [null], null],
      );
    }
  });

  test("a cursor serves only the query and the version that gave it", async () => {
    const store = storeOf([row, { ...row, date: 20_101 }]);
    const { endCursor } = await store.stats(query);
    const foreign = memoryStore(columnsOfRows([row]), gazetteer, {
      ...FIXTURE_ABOUT,
      version: "f".repeat(16),
    });
    await assert.rejects(
      foreign.stats({ ...query, after: endCursor }),
      /version 0123456789abcdef, but f+ is served/,
    );
    for (const after of ["", "x", "bnVsbA", endCursor!.slice(0, -3)]) {
      await assert.rejects(store.stats({ ...query, after }), Fault, after);
    }
    await assert.rejects(store.stats({ ...query, bucket: null, after: endCursor }), /`after` must be/);
  });

  test("an aspect that compares is refused without a period to compare with", async () => {
    const measures = [{ metric: "ENROLMENT", aspect: "CHANGE" }] as const;
    await assert.rejects(
      storeOf([row]).stats({ ...query, measures }),
      /CHANGE needs a period.*give compareTo/,
    );
  });

  test("an aborted query rejects", async () => {
    await assert.rejects(storeOf([row]).stats(query, AbortSignal.abort(new Error("gone"))), /gone/);
  });
});

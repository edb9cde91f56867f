import assert from "node:assert/strict";
import { test } from "node:test";
import type { Measure, StatsQuery } from "../data/activity/store.ts";
import { answer, ask, tinyStore } from "./fixture.ts";

const store = tinyStore();

/** The measures that the query asks of the store. */
async function measuresOf(source: string, variables = {}): Promise<readonly Measure[]> {
  const asked: StatsQuery[] = [];
  const watched = {
    ...store,
    stats: (query: StatsQuery) => {
      asked.push(query);
      return store.stats(query);
    },
  };
  await answer(watched, source, variables);
  assert.equal(asked.length, 1);
  return asked[0]!.measures;
}

async function refusal(args: string, rows = "totalGroups"): Promise<string> {
  const { errors } = await ask(store, `{ stats(${args}) { ${rows} } }`);
  assert.equal((errors![0]!.originalError as unknown as { code: unknown }).code, "BAD_USER_INPUT");
  return errors![0]!.message;
}

test("everything in one row where nothing is grouped", async () => {
  const data = await answer(
    store,
    `{ stats { totalGroups rows { place { code } places { code } from to value(metric: ACTIVITY) }
        total { place { code } value(metric: ACTIVITY) } pageInfo { hasNextPage } meta { datasetVersion reportDays coveredDays missingDays } } }`,
  );
  assert.deepEqual(data.stats, {
    totalGroups: 1,
    rows: [{ place: null, places: [], from: "2025-11-30", to: "2025-12-04", value: 158 }],
    total: { place: null, value: 158 },
    pageInfo: { hasNextPage: false },
    meta: { datasetVersion: "0123456789abcdef", reportDays: 4, coveredDays: 1, missingDays: 0 },
  });
});

test("days are counted for the metrics asked for: another dataset's report or batch is none of theirs", async () => {
  const data = await answer(
    store,
    `{ enrolment: stats { rows { value(metric: ENROLMENT) } meta { reportDays batches coveredDays missingDays } }
       biometric: stats { rows { value(metric: BIOMETRIC_UPDATE) } meta { reportDays batches coveredDays missingDays } } }`,
  );
  assert.deepEqual(data.enrolment.meta, { reportDays: 4, batches: 0, coveredDays: 0, missingDays: 1 });
  assert.deepEqual(data.biometric.meta, { reportDays: 1, batches: 1, coveredDays: 3, missingDays: 1 });
});

test("by state: sum, share and rank, largest first", async () => {
  const data = await answer(
    store,
    `{ stats(groupBy: [STATE], orderBy: { metric: ENROLMENT }) { rows { place { code }
        value(metric: ENROLMENT) share: value(metric: ENROLMENT, as: SHARE_OF_TOTAL) rank: value(metric: ENROLMENT, as: RANK) } } }`,
  );
  assert.deepEqual(data.stats.rows, [
    { place: { code: "IN-TG" }, value: 24, share: 24 / 37, rank: 1 },
    { place: { code: "IN-TN" }, value: 13, share: 13 / 37, rank: 2 },
  ]);
});

test("a row names a place per dimension, the finest first of all", async () => {
  const data = await answer(
    store,
    `{ stats(groupBy: [PINCODE, STATE, DISTRICT], where: { places: ["502032"] }) {
        rows { place { code } places { code } value(metric: ENROLMENT) } } }`,
  );
  const places = (...codes: string[]) => codes.map((code) => ({ code }));
  assert.deepEqual(data.stats.rows, [
    { place: { code: "502032" }, places: places("502032", "IN-TG", "IN-TG/hyderabad"), value: 2 },
    { place: { code: "502032" }, places: places("502032", "IN-TG", "IN-TG/medak"), value: 7 },
  ]);
});

test("named places are a union, each count once", async () => {
  const data = await answer(
    store,
    `{ stats(where: { places: ["IN-TG", "502032", "500001", "IN-TG"], from: "2025-12-01" }) { total { value(metric: ENROLMENT) } } }`,
  );
  assert.equal(data.stats.total.value, 16);
});

test("no places named is not the same as an empty list of them", async () => {
  const data = await answer(
    store,
    `{ all: stats(where: { places: null }) { total { value(metric: ENROLMENT) } }
       none: stats(where: { places: [] }) { totalGroups total { value(metric: ENROLMENT) } } }`,
  );
  assert.deepEqual(data, { all: { total: { value: 37 } }, none: { totalGroups: 0, total: { value: null } } });
});

test("the store is asked for just the measures of the selection, each once", async () => {
  const variables = { metric: "ENROLMENT", share: "SHARE_OF_TOTAL", yes: true, no: false };
  const measures = await measuresOf(
    `query ($metric: Metric!, $share: Aspect, $yes: Boolean!, $no: Boolean!) {
       stats { rows { a: value(metric: $metric) b: value(metric: $metric, as: SUM) ...more ... on StatsRow { ...more }
           value(metric: DEMOGRAPHIC_UPDATE) @skip(if: $yes) ... @include(if: $no) { c: value(metric: BIOMETRIC_UPDATE) } }
         ...rest }
     }
     fragment more on StatsRow { d: value(metric: $metric, as: $share) }
     fragment rest on StatsConnection { total { e: value(metric: ACTIVITY) @include(if: $yes) } }`,
    variables,
  );
  assert.deepEqual(measures, [
    { metric: "ENROLMENT", aspect: "SUM" },
    { metric: "ENROLMENT", aspect: "SHARE_OF_TOTAL" },
    { metric: "ACTIVITY", aspect: "SUM" },
  ]);
});

test("the same field selected twice asks for the measures of both", async () => {
  const measures = await measuresOf(
    "{ stats { rows { a: value(metric: ENROLMENT) } } stats { rows { b: value(metric: ACTIVITY, as: RANK) } } }",
  );
  assert.deepEqual(measures, [
    { metric: "ENROLMENT", aspect: "SUM" },
    { metric: "ACTIVITY", aspect: "RANK" },
  ]);
});

test("a value whose metric is null fails alone, with its own words", async () => {
  const { data, errors } = await ask(
    store,
    `query ($m: Metric = ACTIVITY) { stats { rows { good: value(metric: ENROLMENT) bad: value(metric: $m) } } }`,
    { m: null },
  );
  assert.match(errors![0]!.message, /"metric" of non-null type "Metric!" must not be null/);
  const { rows } = data!.stats as { rows: { good: number; bad: null }[] };
  assert.deepEqual({ ...rows[0]! }, { good: 37, bad: null });
});

test("a period is compared with one whose reports speak for as many days, and meta says so", async () => {
  const { stats } = await answer(
    store,
    `{ stats(where: { from: "2025-12-04" }, groupBy: [STATE], compareTo: PREVIOUS_PERIOD) {
        rows { place { code } now: value(metric: ENROLMENT) before: value(metric: ENROLMENT, as: PREVIOUS)
          change: value(metric: ENROLMENT, as: CHANGE) ratio: value(metric: ENROLMENT, as: CHANGE_RATIO) }
        total { before: value(metric: ENROLMENT, as: PREVIOUS) }
        meta { reportDays comparedFrom comparedTo comparedReportDays comparedAligned } } }`,
  );
  assert.deepEqual(stats, {
    rows: [
      { place: { code: "IN-TG" }, now: 7, before: 2, change: 5, ratio: 2.5 },
      { place: { code: "IN-TN" }, now: 3, before: null, change: null, ratio: null },
    ],
    total: { before: 2 },
    meta: {
      reportDays: 1,
      comparedFrom: "2025-12-02",
      comparedTo: "2025-12-03",
      comparedReportDays: 1,
      comparedAligned: true,
    },
  });
});

test("having chooses rows and their total; shares and ranks stay those among all", async () => {
  const { stats } = await answer(
    store,
    `{ stats(groupBy: [STATE], having: [{ metric: ENROLMENT, lt: 20 }]) { totalGroups
        rows { place { code } share: value(metric: ENROLMENT, as: SHARE_OF_TOTAL) rank: value(metric: ENROLMENT, as: RANK) }
        total { value(metric: ENROLMENT) share: value(metric: ENROLMENT, as: SHARE_OF_TOTAL) } } }`,
  );
  assert.deepEqual(stats, {
    totalGroups: 1,
    rows: [{ place: { code: "IN-TN" }, share: 13 / 37, rank: 2 }],
    total: { value: 13, share: 13 / 37 },
  });
});

test("over time: what has gathered, the mean of seven buckets, the mean of a report day", async () => {
  const { stats } = await answer(
    store,
    `{ stats(bucket: DAY) { rows { from sum: value(metric: ENROLMENT) run: value(metric: ENROLMENT, as: CUMULATIVE)
        mean: value(metric: ENROLMENT, as: ROLLING_MEAN_7) } total { day: value(metric: ENROLMENT, as: PER_REPORT_DAY) } } }`,
  );
  assert.deepEqual(
    stats.rows.map((row: Record<string, number>) => [row.sum, row.run, row.mean]),
    [
      [8, 8, 8],
      [17, 25, 12.5],
      [2, 27, 9],
      [10, 37, 9.25],
    ],
  );
  assert.equal(stats.total.day, 37 / 4);
});

test("pages join without gap or repetition", async () => {
  const seen: unknown[] = [];
  const query = `query ($after: String) { stats(groupBy: [PINCODE], bucket: DAY, orderBy: { metric: ENROLMENT }, first: 3, after: $after) {
    totalGroups rows { place { code } from } pageInfo { hasNextPage endCursor } } }`;
  for (let after: string | null = null, more = true; more; ) {
    const { stats } = await answer(store, query, { after });
    assert.equal(stats.totalGroups, 7);
    seen.push(...stats.rows);
    after = stats.pageInfo.endCursor;
    more = stats.pageInfo.hasNextPage;
  }
  assert.equal(seen.length, 7);
  assert.equal(new Set(seen.map((row) => JSON.stringify(row))).size, 7);
});

test("mistakes are refused with what would be right", async () => {
  assert.match(await refusal("first: 0"), /from 1 to 1000/);
  assert.match(await refusal(`after: "nonsense"`), /endCursor/);
  assert.match(await refusal("groupBy: [STATE, STATE]"), /STATE twice/);
  assert.match(await refusal(`where: { from: "2025-12-04", to: "2025-12-01" }`), /from must not be after to/);
  assert.match(
    await refusal(`where: { from: "2025-12-05" , to: "2026-01-31" }`),
    /2025-12-05 to 2026-01-31 lies after all reports: the data run from 2025-11-30 to 2025-12-04/,
  );
  assert.match(await refusal(`where: { to: "2025-11-29", from: "2024-01-01" }`), /lies before all reports/);
  assert.match(
    await refusal("having: [{ metric: ENROLMENT }]"),
    /having\[0\] sets no bound for ENROLMENT: give at least one of gt, gte, lt, lte/,
  );
  assert.match(await refusal("having: [{ metric: ACTIVITY, gt: 9, lt: 3 }]"), /above 9 and below 3/);
  assert.match(
    await refusal("groupBy: [STATE]", "rows { value(metric: ACTIVITY, as: CHANGE_RATIO) }"),
    /CHANGE_RATIO needs a period to compare with: give compareTo/,
  );
  const codes = Array.from({ length: 1001 }, (_, at) => 500_000 + at).join(" ");
  assert.match(await refusal(`where: { places: [${codes}] }`), /names 1001 places: at most 1000/);
});

test("an unknown place is refused with the nearest known", async () => {
  const { errors } = await ask(store, `{ stats(where: { places: ["IN-TG", "Telengana"] }) { totalGroups } }`);
  assert.match(errors![0]!.message, /where\.places: no place has the code "Telengana".*IN-TG/);
});

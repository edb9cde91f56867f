import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type Day, formatDay, parseDay } from "../../data/activity/day.ts";
import {
  columnsOfRows,
  FIXTURE_ABOUT,
  type FixtureRow,
  fixtureGazetteer,
} from "../../data/activity/fixture.ts";
import { memoryStore } from "../../data/activity/memory-store.ts";
import { COUNTS_OF, DATASETS, METRICS } from "../../data/activity/metric.ts";
import type { ActivityStore } from "../../data/activity/store.ts";
import { makeRandom } from "../../data/sample/random.ts";
import { decodeOutlook, encodeOutlook } from "./file.ts";
import { type ForecastRequest, forecastPlace } from "./forecast.ts";
import { forecastNation, type NationOutlook } from "./nation.ts";

const gazetteer = fixtureGazetteer();
/** A Monday. */
const FIRST = parseDay("2025-08-04")!;

/**
 * So many days of all datasets in every pincode: weekly rhythm, no reports on Sundays, one place ten times as large, one
 * that files seldom; none at all where a pincode is left out.
 */
function storeOf(
  days: number,
  options: { readonly silent?: string; readonly batches?: readonly Day[] } = {},
): ActivityStore {
  const random = makeRandom(3);
  const rows: FixtureRow[] = [];
  for (const { code, district } of gazetteer.pincodes) {
    if (code === options.silent) continue;
    const size = code === "100001" ? 200 : 20;
    const row = (date: Day, times: number): FixtureRow => ({
      ...{ pincode: code, district: gazetteer.districts[district]!.code, date, reports: 7 },
      counts: Array.from({ length: 7 }, (_, band) =>
        Math.round((times * size * (0.8 + random.below(40) / 100)) / (band + 1)),
      ),
    });
    for (const batch of options.batches ?? []) rows.push(row(batch, 26));
    for (let day = 0; day < days; day++) {
      const weekday = day % 7;
      const isFiled = weekday < 6 && (code !== "100004" || random.below(4) === 0);
      if (isFiled) rows.push(row(FIRST + day, weekday === 5 ? 0.5 : 1));
    }
  }
  return memoryStore(columnsOfRows(rows), gazetteer, FIXTURE_ABOUT);
}
const place = (code: string) => gazetteer.find(code)!;
const ask = (store: ActivityStore, outlook: NationOutlook, given: Partial<ForecastRequest> = {}) =>
  forecastPlace(store, outlook, {
    place: place("IN"),
    metric: "ENROLMENT",
    grain: "DAY",
    horizon: 28,
    ...given,
  });

describe("forecasts of places", { timeout: 120_000 }, () => {
  const store = storeOf(122, { silent: "100003" });
  let outlook: NationOutlook;
  before(async () => {
    outlook = await forecastNation(store);
  });
  const every = [gazetteer.country, ...gazetteer.states, ...gazetteer.districts, ...gazetteer.pincodes];

  test("fall on the weekdays on which reports come, with the weekly rhythm", async () => {
    const { points, grain, notes } = await ask(store, outlook);
    assert.equal(grain, "DAY");
    const last = parseDay(store.dataset.to)!;
    assert.ok(points.every(({ date }) => date > last && date <= last + 28 && (date - FIRST) % 7 !== 6));
    assert.equal(points.length, 24);
    const of = (weekday: number) =>
      points.filter(({ date }) => (date - FIRST) % 7 === weekday).map(({ mean }) => mean);
    const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const ratio = average(of(5)) / average(of(1));
    assert.ok(ratio > 0.35 && ratio < 0.65, String(ratio));
    assert.deepEqual(notes, ["REPORT_DAYS", "NO_YEAR"]);
  });

  test("bounds hold each other and the mean, and are never below 0: all places, metrics, grains", async () => {
    for (const one of every)
      for (const metric of METRICS)
        for (const grain of ["DAY", "MONTH"] as const) {
          const { points } = await ask(store, outlook, { place: one, metric, grain, horizon: 180 });
          assert.ok(points.length > 0);
          for (const { lower95, lower80, mean, upper80, upper95 } of points) {
            const rising = [0, lower95, lower80, mean, upper80, upper95, Number.MAX_VALUE];
            assert.ok(
              rising.every((value, at) => at === 0 || value >= rising[at - 1]!),
              `${one.code} ${metric} ${rising}`,
            );
          }
        }
  });

  test("places add up to those above them, age bands to their dataset, datasets to all", async () => {
    for (const grain of ["DAY", "MONTH"] as const) {
      const means = async (metric: ForecastRequest["metric"], code: string) =>
        (await ask(store, outlook, { place: place(code), metric, grain, horizon: 60 })).points.map(
          ({ mean }) => mean,
        );
      const adds = async (whole: number[], parts: number[][], what: string) =>
        whole.forEach((mean, at) => {
          const sum = parts.reduce((total, part) => total + part[at]!, 0);
          assert.ok(Math.abs(mean - sum) < 1e-6 * Math.max(1, mean), `${what}: ${mean} and ${sum}`);
        });
      for (const metric of METRICS) {
        const of = (codes: string[]) => Promise.all(codes.map((code) => means(metric, code)));
        await adds(await means(metric, "IN"), await of(["IN-AA", "IN-BB"]), metric);
        await adds(await means(metric, "IN-AA"), await of(["IN-AA/one", "IN-AA/two"]), metric);
        await adds(await means(metric, "IN-AA/one"), await of(["100001"]), metric);
      }
      for (const code of ["IN", "IN-AA/two", "100004"]) {
        const of = (metrics: readonly ForecastRequest["metric"][]) =>
          Promise.all(metrics.map((metric) => means(metric, code)));
        for (const dataset of DATASETS) {
          const bands = METRICS.filter(
            (one) => COUNTS_OF[one].length === 1 && COUNTS_OF[dataset].includes(COUNTS_OF[one][0]!),
          );
          await adds(await means(dataset, code), await of(bands), dataset);
        }
        await adds(await means("ACTIVITY", code), await of(DATASETS), code);
      }
    }
  });

  test("tell how they did from points of the past, beside the seasonal naive forecast", async () => {
    const { accuracy, method } = await ask(store, outlook, { place: place("100001") });
    assert.ok(accuracy!.origins >= 4);
    assert.ok(accuracy!.mase < accuracy!.seasonalNaiveMase);
    assert.ok(accuracy!.coverage95 >= accuracy!.coverage80 && accuracy!.coverage95 <= 1);
    assert.match(method, /[a-z]+ 0\.\d\d/);
  });

  test("of a place that has been silent are zeros, with a note; farther than was checked is told", async () => {
    const { points, notes } = await ask(store, outlook, { place: place("100003"), horizon: 60 });
    assert.ok(points.every(({ mean, upper95 }) => mean === 0 && upper95 > 0));
    for (const note of ["SILENT", "MIDDLE_OUT", "FAR", "SHORT"])
      assert.ok(notes.includes(note as "SILENT"), note);
  });

  test("are the same each time, and when they were kept in a file", async () => {
    const again = await forecastNation(store);
    assert.deepEqual(again, outlook);
    const kept = decodeOutlook(encodeOutlook(outlook), gazetteer.states.length);
    assert.deepEqual(
      await ask(store, kept, { place: place("100001") }),
      await ask(store, outlook, { place: place("100001") }),
    );
    for (const bad of [Buffer.from("x"), Buffer.alloc(0), encodeOutlook({} as NationOutlook)])
      assert.throws(() => decodeOutlook(bad, gazetteer.states.length), { code: "DATA_NOT_READY" });
    assert.throws(() => decodeOutlook(encodeOutlook(outlook), 36), { code: "DATA_NOT_READY" });
  });

  test("know nothing of days to come", async () => {
    const range = { from: FIRST, to: FIRST + 90 };
    const shorter = storeOf(91, { silent: "100003" });
    const early = await forecastNation(store, undefined, range);
    const other = await forecastNation(shorter, undefined, { ...range, to: parseDay(shorter.dataset.to)! });
    const [a, b] = [early, other].map((one) => one.DAY.states.ENROLMENT!.past.map(({ means }) => means));
    assert.equal(early.DAY.states.ENROLMENT!.frame.future[0], FIRST + 91);
    assert.ok(a!.length > 0 && b!.length > 0);
  });
});

describe("forecasts of a short past", { timeout: 60_000 }, () => {
  test("are wide, and say so", async () => {
    const store = storeOf(5);
    const { points, notes, accuracy } = await ask(store, await forecastNation(store), {
      place: place("100001"),
    });
    assert.ok(
      points.length > 0 && points.every(({ lower80, mean, upper80 }) => lower80 < mean && mean < upper80),
    );
    assert.equal(accuracy, null);
    assert.ok(notes.includes("SHORT"));
  });

  test("of monthly batches are months, dated their 1st, whatever was asked", async () => {
    const batches = ["2025-04-01", "2025-05-01", "2025-06-01", "2025-07-01"].map((date) => parseDay(date)!);
    const store = storeOf(0, { batches });
    const { points, grain, notes } = await ask(store, await forecastNation(store), { horizon: 90 });
    assert.equal(grain, "MONTH");
    assert.ok(notes.includes("BATCHES"));
    assert.ok(points.every(({ date }) => formatDay(date).endsWith("-01")));
  });
});

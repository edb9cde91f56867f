import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, isoOf } from "../format/date.ts";
import { type Point, partsOf } from "./calendar.ts";

const isBatch = (date: string) => date.endsWith("-01") && date < "2025-08-01";

/** Every day from March to September 2025: batches on the 1st until July, days from 3 September on. */
function days(countOn: (date: string) => number | null): Point[] {
  const points: Point[] = [];
  for (let day = dayOf("2025-03-01"); day <= dayOf("2025-09-30"); day++) {
    const date = isoOf(day);
    const value = countOn(date);
    points.push({ date, value, reported: value !== null, batch: value !== null && isBatch(date) });
  }
  return points;
}
const national = days((date) => (isBatch(date) || date >= "2025-09-03" ? 100 : null));

const onDays = (...dates: string[]) =>
  dates.map((date) => ({ date, value: 5, reported: true, batch: isBatch(date) }));

test("daily reports may start in a month that began with a batch", () => {
  const series = onDays("2025-05-01", "2025-05-20", "2025-05-21");
  assert.deepEqual(
    partsOf(series, series).days.map(({ date }) => date),
    ["2025-05-20", "2025-05-21"],
  );
});

test("a batch among the days is no day's report", () => {
  const series = onDays("2025-06-10", "2025-07-01", "2025-09-03");
  const { batches, days: daily } = partsOf(series, series);
  assert.deepEqual(
    batches.map(({ date }) => date),
    ["2025-07-01"],
  );
  assert.deepEqual(daily[1], { date: "2025-07-01", value: null, reported: false, batch: true });
});

test("a place's silent days stay in its daily part, its silent months out of its batches", () => {
  const series = days((date) => (date === "2025-05-01" ? 7 : date === "2025-09-10" ? 0 : null));
  const { batches, days: daily } = partsOf(series, national);
  assert.deepEqual(batches, [{ date: "2025-05-01", value: 7, reported: true, batch: true }]);
  assert.equal(daily[0]?.date, "2025-09-03");
  assert.equal(daily.length, 28);
  assert.equal(daily.filter(({ reported }) => reported).length, 1);
});

test("without daily reports there is no daily part", () => {
  const only = national.filter(({ date }) => date < "2025-09-01");
  assert.deepEqual(partsOf(only, only).days, []);
});

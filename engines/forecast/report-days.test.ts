import assert from "node:assert/strict";
import { test } from "node:test";
import { BATCH, REPORTED, SILENT } from "../../data/activity/calendar/day-kinds.ts";
import { parseDay } from "../../data/activity/day.ts";
import { seeded } from "./arbitrary.ts";
import { forecastReportDays } from "./report-days.ts";

const first = parseDay("2025-09-01")!;
const FACTORS = [1.4, 1.2, 1, 1, 0.9, 0.5, 0];
const random = seeded(4);

/** From Monday 2025-09-01 on: no Sundays, a few silent days, the 1st of August before it a batch. */
const days = Array.from({ length: 120 }, (_, at) => first + at);
const kinds = days.map((_, at) => (at % 7 === 6 || random() < 0.15 ? SILENT : REPORTED));
const values = days.map((_, at) =>
  kinds[at] === REPORTED ? 200 * FACTORS[at % 7]! + 20 * (random() - 0.5) : 0,
);
const past = {
  dates: Int32Array.from([first - 31, ...days]),
  values: Float64Array.from([9000, ...values]),
  kinds: Uint8Array.from([BATCH, ...kinds]),
};
const future = Array.from({ length: 18 }, (_, at) => first + 120 + at).filter(
  (day) => (day - first) % 7 !== 6,
);

test("weekdays are met on the days to come, whatever days were silent; batch and silence teach nothing", () => {
  const found = forecastReportDays(past, future);
  assert.equal(found.mean.length, future.length);
  for (const [step, day] of future.entries()) {
    const wanted = 200 * FACTORS[(day - first) % 7]!;
    assert.ok(Math.abs(found.mean[step]! - wanted) < 25, `${found.mean[step]} is not ${wanted}`);
  }
  assert.ok(found.accuracy!.mase < 1 && !found.notes.includes("NO_SEASON_LEARNT"));
});

test("without a week known twice no weekdays are learnt", () => {
  const week = {
    dates: past.dates.slice(0, 9),
    values: past.values.slice(0, 9),
    kinds: past.kinds.slice(0, 9),
  };
  assert.ok(forecastReportDays(week, future).notes.includes("NO_SEASON_LEARNT"));
});

test("arrays of different lengths are refused", () => {
  assert.throws(
    () => forecastReportDays({ ...past, kinds: new Uint8Array(3) }, future),
    /one length, not 121, 121, 3/,
  );
});

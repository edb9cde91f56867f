import assert from "node:assert/strict";
import { test } from "node:test";
import type { Point } from "./calendar.ts";
import { chartOf } from "./chart-geometry.ts";

const size = { width: 340, gutter: 40, batchHeight: 60, dayHeight: 100 };
const point = (date: string, value: number | null): Point => ({
  date,
  value,
  reported: value !== null,
  batch: false,
});

test("a month's sum and a day stand on scales of their own", () => {
  const [batches, daily] = chartOf(
    { batches: [point("2025-03-01", 2000)], days: [point("2025-09-01", 20)] },
    size,
  );
  assert.deepEqual([batches?.marks[0]?.height, batches?.ticks.at(-1)?.value], [60, 2000]);
  assert.deepEqual([daily?.marks[0]?.height, daily?.ticks.at(-1)?.value], [100, 20]);
});

test("a silent day has no height, a reported zero has none to show but is a day", () => {
  const days = [point("2025-09-01", 4), point("2025-09-02", null), point("2025-09-03", 0)];
  const [daily] = chartOf({ batches: [], days }, size);
  assert.deepEqual(
    daily?.marks.map(({ kind, height }) => [kind, height]),
    [
      ["day", 100],
      ["silent", null],
      ["day", 0],
    ],
  );
});

test("days stand at their dates, inside the field", () => {
  const days = [point("2025-09-01", 1), point("2025-09-02", 1), point("2025-09-03", 1)];
  const [daily] = chartOf({ batches: [], days }, size);
  const middles = daily!.marks.map(({ x, width }) => x + width / 2);
  assert.deepEqual(middles.map(Math.round), [90, 190, 290]);
});

test("months without a batch keep their place", () => {
  const batches = [point("2025-03-01", 1), point("2025-05-01", 1)];
  const [facet] = chartOf({ batches, days: [] }, size);
  assert.deepEqual(
    facet!.months.map(({ x }) => Math.round(x)),
    [90, 290],
  );
});

test("where nothing was reported there is no field", () => {
  assert.deepEqual(chartOf({ batches: [], days: [point("2025-09-01", null)] }, size), []);
});

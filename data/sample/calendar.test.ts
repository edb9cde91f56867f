import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDay } from "../activity/day.ts";
import { COUNTS_OF, DATASETS } from "../activity/metric.ts";
import { reportDays, reportMonths } from "./calendar.ts";
import { stateMonths } from "./totals.ts";

const dates = (kind: (typeof DATASETS)[number]) =>
  reportMonths(kind, 2025).flatMap(({ days }) => days.map(formatDay));

test("every dataset starts with monthly batches, none in August, then daily reports", () => {
  for (const kind of DATASETS) {
    const months = reportMonths(kind, 2025);
    assert.deepEqual(
      months.map(({ month }) => month),
      [3, 4, 5, 6, 7, 9, 10, 11, 12],
    );
    for (const { month, batch, days } of months) {
      assert.equal(batch, month < 9);
      if (batch) assert.deepEqual(days.map(formatDay), [`2025-0${month}-01`]);
      assert.deepEqual(
        days,
        [...new Set(days)].sort((a, b) => a - b),
      );
    }
  }
});

test("the daily reports are the published ones", () => {
  assert.deepEqual(
    DATASETS.map((kind) => dates(kind).filter((date) => date >= "2025-09").length),
    [79, 98, 97],
  );
  assert.equal(dates("ENROLMENT").includes("2025-09-30"), true);
  assert.equal(dates("DEMOGRAPHIC_UPDATE").includes("2025-09-30"), false);
  for (const silent of ["2025-08-01", "2025-10-01", "2025-10-12", "2025-10-14", "2025-12-30"])
    for (const kind of DATASETS) assert.equal(dates(kind).includes(silent), false, `${kind} ${silent}`);
});

test("coverage is from 1 March to 31 December, in any year", () => {
  const days = reportDays(2025).map(formatDay);
  assert.deepEqual([days[0], days.at(-1), days.length], ["2025-03-01", "2025-12-31", 113]);
  assert.equal(formatDay(reportDays(2016)[0]!), "2016-03-01");
});

test("every month with a published total has a report day to carry it", () => {
  for (const { month, counts } of stateMonths())
    for (const kind of DATASETS)
      if (COUNTS_OF[kind].some((count) => counts[count]! > 0))
        assert.ok(reportMonths(kind, 2025).some((at) => at.month === month));
});

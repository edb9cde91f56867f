import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDay, parseDay } from "../../data/activity/day.ts";
import { matchesIn } from "./lexicon.ts";
import type { Period } from "./period-kind.ts";
import { readTimes } from "./times.ts";
import { normalise, tokensOf } from "./tokens.ts";

function times(text: string, from = "2025-03-01", to = "2025-12-31") {
  const tokens = tokensOf(normalise(text));
  const coverage = { from: parseDay(from)!, to: parseDay(to)! };
  const none = tokens.map(() => false);
  return readTimes(tokens, matchesIn(tokens), none, coverage, { alone: true, grain: null });
}
const written = (period: Period | null) =>
  period === null ? "" : `${formatDay(period.from)}..${formatDay(period.to)}`;

function assertPeriods(cases: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(cases))
    assert.equal(written(times(text).period.period), expected, text);
}

test("calendar dates, months, quarters and years", () => {
  assertPeriods({
    "2025-09-15": "2025-09-15..2025-09-15",
    "01/03/2025": "2025-03-01..2025-03-01",
    "1st March 2025": "2025-03-01..2025-03-01",
    "March 5, 2025": "2025-03-05..2025-03-05",
    "in May": "2025-05-01..2025-05-31",
    "मार्च २०२५ में": "2025-03-01..2025-03-31",
    "Q3 2025": "2025-07-01..2025-09-30",
    "third quarter of 2025": "2025-07-01..2025-09-30",
    "2025": "2025-03-01..2025-12-31",
    "FY 2025-26": "2025-04-01..2025-12-31",
    "first week of June": "2025-06-01..2025-06-07",
    "last week of March": "2025-03-25..2025-03-31",
    "second half of 2025": "2025-07-01..2025-12-31",
  });
});

test("what is counted back from the last day of the data", () => {
  assertPeriods({
    today: "2025-12-31..2025-12-31",
    yesterday: "2025-12-30..2025-12-30",
    "this week": "2025-12-29..2025-12-31",
    "last week": "2025-12-22..2025-12-28",
    "last month": "2025-11-01..2025-11-30",
    "पिछले महीने": "2025-11-01..2025-11-30",
    "is mahine": "2025-12-01..2025-12-31",
    "last 30 days": "2025-12-02..2025-12-31",
    "pichle teen mahine": "2025-10-01..2025-12-31",
    "two months ago": "2025-10-01..2025-10-31",
  });
  const { period } = times("last month", "2024-01-01", "2025-03-10").period;
  assert.deepEqual([written(period), period!.relative], ["2025-02-01..2025-02-28", true]);
});

test("ranges, begun, ended and both", () => {
  assertPeriods({
    "since October": "2025-10-01..2025-12-31",
    "अक्टूबर से": "2025-10-01..2025-12-31",
    "october se ab tak": "2025-10-01..2025-12-31",
    "until June": "2025-03-01..2025-06-30",
    "जून तक": "2025-03-01..2025-06-30",
    "before June": "2025-03-01..2025-05-31",
    "after October": "2025-11-01..2025-12-31",
    "between May and July": "2025-05-01..2025-07-31",
    "May to July": "2025-05-01..2025-07-31",
    "मई से जुलाई के बीच": "2025-05-01..2025-07-31",
    "from 5 May 2025 to 20 June 2025": "2025-05-05..2025-06-20",
    "1 to 15 March": "2025-03-01..2025-03-15",
  });
});

test("periods compared: the later is asked of, the earlier compared with", () => {
  for (const [text, now, then] of [
    ["compare May with June", "2025-06-01..2025-06-30", "2025-05-01..2025-05-31"],
    ["compared to last month", "2025-12-01..2025-12-31", "2025-11-01..2025-11-30"],
    ["compare last week with the week before", "2025-12-22..2025-12-28", "2025-12-15..2025-12-21"],
  ] as const) {
    const { period, compared } = times(text).period;
    assert.deepEqual([written(period), written(compared)], [now, then], text);
  }
});

test("a period wholly outside the data is kept as asked and flagged", () => {
  const { period } = times("in January 2024").period;
  assert.deepEqual([written(period), period!.outside], ["2024-01-01..2024-01-31", true]);
});

test("how far ahead: days, or years", () => {
  const horizon = (text: string) => times(text).horizon;
  assert.deepEqual(horizon("next 3 months"), { unit: "DAY", count: 90 });
  assert.deepEqual(horizon("forecast for January"), { unit: "DAY", count: 31 });
  assert.deepEqual(horizon("अगले 5 साल"), { unit: "YEAR", count: 5 });
  assert.deepEqual(horizon("in 2030"), { unit: "YEAR", count: 5 });
  assert.deepEqual(horizon("kal kitne honge"), { unit: "DAY", count: 1 });
  assert.equal(horizon("for tomorrow's meeting, last month"), null);
  assert.deepEqual(horizon("next 900 years"), { unit: "YEAR", count: 50 });
});

test("words that only look like times are none", () => {
  assertPeriods({
    "may I ask": "",
    "0-5 year olds": "",
    "5 to 17 years": "",
    "31 February 2025x": "2025-02-01..2025-02-28",
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../data/activity/day.ts";
import { readDate, readDateTime } from "./date.ts";
import { ask, tinyStore } from "./fixture.ts";

test("a calendar day is read as its day", () => {
  assert.equal(readDate("2025-12-31"), parseDay("2025-12-31"));
  assert.equal(readDate("1970-01-01"), 0);
});

test("what is no day of the calendar is refused with what would be right", () => {
  for (const value of ["2025-02-29", "31-12-2025", "2025-1-1", "yesterday", "", 20251231, null, { day: 1 }]) {
    assert.throws(() => readDate(value), {
      code: "BAD_USER_INPUT",
      message: /YYYY-MM-DD, e\.g\. 2025-12-31/,
    });
  }
});

test("days out of reach are refused with the reach", () => {
  for (const value of ["1969-12-31", "2101-01-01"]) {
    assert.throws(() => readDate(value), { message: /from 1970-01-01 to 2100-12-31/ });
  }
});

test("a DateTime has date, time and zone", () => {
  for (const good of ["2026-01-31T18:30:00Z", "2026-01-31T18:30:00.123+05:30"])
    assert.equal(readDateTime(good), good);
  for (const bad of [
    "2026-01-31",
    "2026-02-30T00:00:00Z",
    "2026-01-31T25:00:00Z",
    "2026-01-31T10:00:00",
    5,
  ]) {
    assert.throws(() => readDateTime(bad), { code: "BAD_USER_INPUT" });
  }
});

test("a wrong date is refused as a literal and as a variable alike", async () => {
  const store = tinyStore();
  const literal = await ask(store, `{ place(code: "IN") { value(metric: ACTIVITY, from: "2025-13-01") } }`);
  const variable = await ask(
    store,
    `query ($from: Date) { place(code: "IN") { value(metric: ACTIVITY, from: $from) } }`,
    { from: "2025-13-01" },
  );
  for (const { data, errors } of [literal, variable]) {
    assert.equal(data, undefined);
    assert.equal(errors![0]!.extensions.code, "BAD_USER_INPUT");
    assert.match(errors![0]!.message, /"2025-13-01" is no Date: write a day of the calendar/);
  }
});

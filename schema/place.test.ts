import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, ask, tinyStore } from "./fixture.ts";

const store = tinyStore();

test("a place of each level, by its code", async () => {
  const data = await answer(
    store,
    `{ in: place(code: "IN") { ...p } tg: place(code: "IN-TG") { ...p }
       medak: place(code: "IN-TG/medak") { ...p } pin: place(code: "502032") { ...p } none: place(code: "Raja") { ...p } }
     fragment p on Place { __typename code level name hindi: name(language: HI) parent { code } ancestors { code } }`,
  );
  const at = (
    typename: string,
    code: string,
    level: string,
    name: string,
    hindi: string,
    above: string[],
  ) => ({
    __typename: typename,
    code,
    level,
    name,
    hindi,
    parent: above.length === 0 ? null : { code: above.at(-1) },
    ancestors: above.map((one) => ({ code: one })),
  });
  assert.deepEqual(data, {
    in: at("Country", "IN", "COUNTRY", "India", "भारत", []),
    tg: at("State", "IN-TG", "STATE", "Telangana", "तेलंगाना", ["IN"]),
    medak: at("District", "IN-TG/medak", "DISTRICT", "Medak", "मेदक", ["IN", "IN-TG"]),
    pin: at("Pincode", "502032", "PINCODE", "Ramachandrapuram", "Ramachandrapuram", [
      "IN",
      "IN-TG",
      "IN-TG/medak",
    ]),
    none: null,
  });
});

test("zero is 0, absent is null", async () => {
  const data = await answer(
    store,
    `{ place(code: "500003") { enrolment: value(metric: ENROLMENT) updates: value(metric: BIOMETRIC_UPDATE)
        before: value(metric: ENROLMENT, to: "2025-12-01") } }`,
  );
  assert.deepEqual(data.place, { enrolment: 0, updates: null, before: null });
});

test("districts and pincodes are both exact, though a pincode lies in two districts", async () => {
  const data = await answer(
    store,
    `{ hyderabad: place(code: "IN-TG/hyderabad") { value(metric: ENROLMENT) ... on District { pincodes { code } } }
       medak: place(code: "IN-TG/medak") { value(metric: ENROLMENT) ... on District { state { code } pincodes { code } } }
       pin: place(code: "502032") { value(metric: ENROLMENT) ... on Pincode { district { code } state { code } } } }`,
  );
  assert.deepEqual(data, {
    hyderabad: { value: 17, pincodes: [{ code: "500001" }, { code: "500003" }, { code: "502032" }] },
    medak: { value: 7, state: { code: "IN-TG" }, pincodes: [{ code: "502032" }, { code: "502110" }] },
    pin: { value: 9, district: { code: "IN-TG/medak" }, state: { code: "IN-TG" } },
  });
});

test("a series has a point for every bucket, silent ones too", async () => {
  const data = await answer(
    store,
    `{ place(code: "500003") { series(metric: ENROLMENT, from: "2025-12-01", to: "2025-12-03") { date value reported } } }`,
  );
  assert.deepEqual(data.place.series, [
    { date: "2025-12-01", value: null, reported: false },
    { date: "2025-12-02", value: 0, reported: true },
    { date: "2025-12-03", value: null, reported: false },
  ]);
});

test("a series tells a month's batch from a day's report, and what was not reported", async () => {
  const data = await answer(
    store,
    `{ place(code: "IN-TN") {
        days: series(metric: BIOMETRIC_UPDATE, to: "2025-12-02") { date batch reportDays missingDays }
        months: series(metric: ENROLMENT, bucket: MONTH) { date batch reportDays missingDays }
        calendar(metric: BIOMETRIC_UPDATE, from: "2025-01-01") { reportDays batches coveredDays missingDays spans { from to kind } } } }`,
  );
  assert.deepEqual(data.place.days, [
    { date: "2025-11-30", batch: false, reportDays: 0, missingDays: 1 },
    { date: "2025-12-01", batch: true, reportDays: 1, missingDays: 0 },
    { date: "2025-12-02", batch: false, reportDays: 0, missingDays: 0 },
  ]);
  assert.deepEqual(data.place.months, [
    { date: "2025-11-30", batch: false, reportDays: 0, missingDays: 1 },
    { date: "2025-12-01", batch: false, reportDays: 2, missingDays: 2 },
  ]);
  assert.deepEqual(data.place.calendar, {
    reportDays: 1,
    batches: 1,
    coveredDays: 3,
    missingDays: 1,
    spans: [
      { from: "2025-11-30", to: "2025-11-30", kind: "SILENT" },
      { from: "2025-12-01", to: "2025-12-01", kind: "BATCH" },
      { from: "2025-12-02", to: "2025-12-04", kind: "COVERED" },
    ],
  });
});

test("a range may reach beyond the data and holds nothing there", async () => {
  const data = await answer(
    store,
    `{ place(code: "IN") { all: value(metric: ENROLMENT) wide: value(metric: ENROLMENT, from: "1970-01-01", to: "2100-12-31")
        outside: value(metric: ENROLMENT, from: "2030-01-01", to: "2030-01-31")
        series(metric: ENROLMENT, bucket: YEAR, from: "2024-01-01", to: "2026-12-31") { date value } } }`,
  );
  assert.deepEqual(data.place, {
    all: 37,
    wide: 37,
    outside: null,
    series: [
      { date: "2024-01-01", value: null },
      { date: "2025-01-01", value: 37 },
      { date: "2026-01-01", value: null },
    ],
  });
});

test("a range that ends before it begins is refused with the data's own", async () => {
  const backwards = `{ place(code: "IN") { value(metric: ACTIVITY, from: "2025-12-02", to: "2025-12-01") } }`;
  const { errors } = await ask(store, backwards);
  assert.match(errors![0]!.message, /from 2025-12-02 is after to 2025-12-01.*2025-11-30 to 2025-12-04/);
  const late = await ask(store, `{ place(code: "IN") { value(metric: ACTIVITY, from: "2026-05-01") } }`);
  assert.match(late.errors![0]!.message, /after to \(of the dataset\) 2025-12-04/);
});

test("neighbours come nearest first, without unplaced ones", async () => {
  const data = await answer(
    store,
    `{ a: place(code: "500001") { ... on Pincode { neighbours { code } } }
       b: place(code: "500001") { ... on Pincode { neighbours(first: 1) { code } } }
       c: place(code: "600999") { ... on Pincode { neighbours { code } } } }`,
  );
  const codes = ["500003", "502032", "502110", "600001"].map((code) => ({ code }));
  assert.deepEqual(data, {
    a: { neighbours: codes },
    b: { neighbours: codes.slice(0, 1) },
    c: { neighbours: [] },
  });
});

test("null for an argument with a default means the default", async () => {
  const data = await answer(
    store,
    `{ place(code: "IN-TG") { name(language: null) series(metric: ENROLMENT, bucket: null) { date } } }`,
  );
  assert.equal(data.place.name, "Telangana");
  assert.equal(data.place.series.length, 5);
});

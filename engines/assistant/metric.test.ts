import assert from "node:assert/strict";
import { test } from "node:test";
import { matchesIn } from "./lexicon.ts";
import { bandMetric, datasetOf, readMetric } from "./metric.ts";
import { normalise, tokensOf } from "./tokens.ts";

const read = (text: string) => readMetric(matchesIn(tokensOf(normalise(text))));
const metrics = (text: string) => read(text).metrics;

test("datasets are named in three ways of writing", () => {
  for (const text of ["enrollments", "new aadhaar", "नामांकन", "पंजीकरण", "namankan", "panjikaran"]) {
    assert.deepEqual(metrics(text), ["ENROLMENT"], text);
  }
  for (const text of ["address changes", "demographic", "जनसांख्यिकीय अपडेट", "पता बदलने", "pata badle"]) {
    assert.deepEqual(metrics(text), ["DEMOGRAPHIC_UPDATE"], text);
  }
  for (const text of ["fingerprints", "iris", "MBU", "बायोमेट्रिक", "ungliyon ke nishan"]) {
    assert.deepEqual(metrics(text), ["BIOMETRIC_UPDATE"], text);
  }
  for (const text of ["total activity", "गतिविधि", "sab kuch"])
    assert.deepEqual(metrics(text), ["ACTIVITY"], text);
});

test("age bands narrow the dataset named with them", () => {
  assert.deepEqual(metrics("babies"), ["ENROLMENT_AGE_0_5"]);
  assert.deepEqual(metrics("0-5 enrolments"), ["ENROLMENT_AGE_0_5"]);
  assert.deepEqual(metrics("enrolments of 5 to 17"), ["ENROLMENT_AGE_5_17"]);
  assert.deepEqual(metrics("18+ enrolments"), ["ENROLMENT_AGE_18_PLUS"]);
  assert.deepEqual(metrics("children's biometric updates"), ["BIOMETRIC_UPDATE_AGE_5_17"]);
  assert.deepEqual(metrics("वयस्कों के जनसांख्यिकीय अपडेट"), ["DEMOGRAPHIC_UPDATE_AGE_17_PLUS"]);
});

test("what the counts do not have is left open with what they have", () => {
  assert.equal(bandMetric("BIOMETRIC_UPDATE", "INFANT"), null);
  assert.deepEqual(read("biometric updates of babies").choices, [
    "BIOMETRIC_UPDATE_AGE_5_17",
    "BIOMETRIC_UPDATE",
  ]);
  assert.deepEqual(read("updates").choices, ["DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"]);
});

test("several are named in their order; a total is the grand one only where nothing else is", () => {
  assert.deepEqual(metrics("biometric updates and enrolments"), ["BIOMETRIC_UPDATE", "ENROLMENT"]);
  assert.deepEqual(metrics("total enrolments"), ["ENROLMENT"]);
  assert.deepEqual(metrics("weather"), []);
});

test("a metric's dataset", () => {
  assert.equal(datasetOf("BIOMETRIC_UPDATE_AGE_5_17"), "BIOMETRIC_UPDATE");
  assert.equal(datasetOf("ACTIVITY"), null);
});

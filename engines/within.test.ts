import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOfRows, FIXTURE_ABOUT, fixtureGazetteer } from "../data/activity/fixture.ts";
import { memoryStore } from "../data/activity/memory-store.ts";
import type { PlaceLevel } from "../data/places/place.ts";
import { ancestorsOf, parentOf, placesWithin } from "./within.ts";

/** 100001 is at home in IN-AA/one and has rows in IN-AA/two. */
const rows = columnsOfRows([
  { pincode: "100001", district: "IN-AA/two", date: 20_000, reports: 1, counts: [1, 0, 0, 0, 0, 0, 0] },
]);
const store = memoryStore(rows, fixtureGazetteer(), FIXTURE_ABOUT);
const place = (code: string) => store.gazetteer.find(code)!;
const codesWithin = (level: PlaceLevel, code: string) =>
  placesWithin(store, level, place(code)).map((one) => one.code);

test("each place lies in the one above it, up to the country", () => {
  assert.deepEqual(
    ancestorsOf(store, place("100004")).map((one) => one.code),
    ["IN", "IN-BB", "IN-BB/three"],
  );
  assert.equal(parentOf(store, place("IN")), null);
});

test("the country holds all places of every level", () => {
  assert.deepEqual(codesWithin("STATE", "IN"), ["IN-AA", "IN-BB"]);
  assert.deepEqual(codesWithin("DISTRICT", "IN"), ["IN-AA/one", "IN-AA/two", "IN-BB/three"]);
  assert.deepEqual(codesWithin("PINCODE", "IN"), ["100001", "100002", "100003", "100004"]);
});

test("a pincode stands in its home and wherever it has rows, once in a state", () => {
  assert.deepEqual(codesWithin("PINCODE", "IN-AA/one"), ["100001"]);
  assert.deepEqual(codesWithin("PINCODE", "IN-AA/two"), ["100001", "100002"]);
  assert.deepEqual(codesWithin("PINCODE", "IN-AA"), ["100001", "100002"]);
});

test("a place is alone at its own level, and nothing above it lies in it", () => {
  assert.deepEqual(codesWithin("STATE", "IN-AA"), ["IN-AA"]);
  assert.deepEqual(codesWithin("PINCODE", "100002"), ["100002"]);
  assert.deepEqual(codesWithin("STATE", "IN-AA/one"), []);
  assert.deepEqual(codesWithin("DISTRICT", "100001"), []);
});

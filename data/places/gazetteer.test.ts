import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGazetteer, withPincodes } from "./gazetteer.ts";

const gazetteer = loadGazetteer();
const { states, districts, pincodes } = gazetteer;

test("36 states and union territories, the present districts, 19,000 pincodes", () => {
  assert.equal(states.length, 36);
  assert.ok(districts.length > 770 && districts.length <= 800, `${districts.length} districts`);
  assert.ok(pincodes.length > 19_000, `${pincodes.length} pincodes`);
});

test("every level is sorted by code and indexed by its position; every code is found", () => {
  for (const level of [states, districts, pincodes]) {
    for (const [index, place] of level.entries()) {
      assert.equal(place.index, index);
      assert.ok(index === 0 || level[index - 1]!.code < place.code, place.code);
      assert.equal(gazetteer.find(place.code), place);
    }
  }
  assert.equal(gazetteer.find("IN-XX"), undefined);
});

test("codes tell the parent, names stand in both languages", () => {
  for (const district of districts) {
    const [state] = district.code.split("/");
    assert.equal(states[district.state]!.code, state);
    assert.match(district.name.HI, /^[\u0900-\u097f0-9 .]+$/, district.code);
    assert.match(district.name.EN, /^[A-Za-z0-9 -]+$/);
  }
  for (const state of states) assert.match(state.name.HI, /^[\u0900-\u097f ]+$/, state.code);
  for (const { code } of pincodes) assert.match(code, /^[1-9]\d{5}$/);
});

test("coordinates lie in India, and a pincode's near its district's", () => {
  for (const place of [...states, ...districts, ...pincodes]) {
    if (place.latitude === null || place.longitude === null) continue;
    assert.ok(place.latitude > 6 && place.latitude < 37.5, place.code);
    assert.ok(place.longitude > 68 && place.longitude < 97.5, place.code);
  }
  const unplaced = pincodes.filter((one) => one.latitude === null).length;
  assert.ok(unplaced < 100, `${unplaced} pincodes have no point`);
  const pune = gazetteer.find("411001")!;
  assert.ok(Math.hypot(pune.latitude! - 18.52, pune.longitude! - 73.86) < 0.2);
});

test("pincodes that only data know are added without a point, and the rest stays", () => {
  const extended = withPincodes(gazetteer, [{ code: "110000", district: "IN-DL/new-delhi" }]);
  const added = extended.find("110000")!;
  assert.deepEqual([added.level, added.latitude, added.name.EN], ["PINCODE", null, "110000"]);
  assert.equal(extended.pincodes[added.index], added);
  assert.equal(extended.pincodes.length, pincodes.length + 1);
  assert.equal(extended.pincodes.at(-1)!.index, pincodes.length);
});

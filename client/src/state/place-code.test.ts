import assert from "node:assert/strict";
import { test } from "node:test";
import { levelBelow, levelOf, stepTowards } from "./place-code.ts";

test("a code tells its level", () => {
  assert.deepEqual(["IN", "IN-MH", "IN-MH/pune", "411001"].map(levelOf), [
    "COUNTRY",
    "STATE",
    "DISTRICT",
    "PINCODE",
  ]);
});

test("there is nothing below a pincode", () => {
  assert.equal(levelBelow("COUNTRY"), "STATE");
  assert.equal(levelBelow("DISTRICT"), "PINCODE");
  assert.equal(levelBelow("PINCODE"), null);
});

const PUNE = ["IN", "IN-MH", "IN-MH/pune", "411001"];

test("a click leads one step down the way to the clicked pincode", () => {
  assert.equal(stepTowards(["IN"], PUNE), "IN-MH");
  assert.equal(stepTowards(["IN", "IN-MH"], PUNE), "IN-MH/pune");
  assert.equal(stepTowards(["IN", "IN-MH", "IN-MH/pune"], PUNE), "411001");
});

test("a click outside the selected place leads to its neighbour at the level where the ways part", () => {
  assert.equal(stepTowards(["IN", "IN-GJ"], PUNE), "IN-MH");
  assert.equal(stepTowards(["IN", "IN-MH", "IN-MH/thane"], PUNE), "IN-MH/pune");
  assert.equal(stepTowards(["IN", "IN-MH", "IN-MH/pune", "411002"], PUNE), "411001");
});

test("a click on the selected pincode stays there", () => {
  assert.equal(stepTowards(PUNE, PUNE), "411001");
});

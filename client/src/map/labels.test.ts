import assert from "node:assert/strict";
import { test } from "node:test";
import { type Label, placeLabels } from "./labels.ts";

const label = (code: string, longitude: number, latitude: number, text = "Pune"): Label => ({
  code,
  text,
  longitude,
  latitude,
});
const project = (x: number, y: number) => ({ x, y });
const size = { width: 400, height: 300 };
const codes = (labels: Label[], rise?: number) =>
  placeLabels(labels, project, size, rise).map(({ code }) => code);

test("of two labels that would touch, the first is written", () => {
  assert.deepEqual(codes([label("a", 100, 100), label("b", 110, 105), label("c", 100, 140)]), ["a", "c"]);
});

test("nothing is written across the edge", () => {
  assert.deepEqual(codes([label("a", 2, 100), label("b", 100, 299), label("c", 200, 150)]), ["c"]);
});

test("labels rise above their places", () => {
  assert.equal(placeLabels([label("a", 100, 100)], project, size, 14)[0]?.y, 86);
});

test("a very long name is left to the table", () => {
  assert.deepEqual(codes([label("a", 200, 100, "Dadra and Nagar Haveli and Daman and Diu")]), []);
});

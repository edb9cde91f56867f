import assert from "node:assert/strict";
import { test } from "node:test";
import { degreesBetween, graticule } from "./graticule.ts";

test("lines stand at whole steps", () => {
  assert.deepEqual(degreesBetween(68.2, 81, 5), [70, 75, 80]);
  assert.deepEqual(degreesBetween(-3, 6, 5), [0, 5]);
  assert.deepEqual(degreesBetween(70.2, 70.8, 1), []);
});

test("every fifth degree is a wide line", () => {
  const wide = graticule().features.filter(({ properties }) => properties?.step === 5);
  assert.ok(wide.every(({ geometry }) => geometry.coordinates.flat().some((degree) => degree % 5 === 0)));
  assert.ok(wide.length < graticule().features.length / 4);
});

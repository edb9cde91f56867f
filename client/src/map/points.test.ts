import assert from "node:assert/strict";
import { test } from "node:test";
import { boundsOf, featuresOf } from "./points.ts";

const points = { codes: ["1", "2", "3"], longitude: [77, 78, 90], latitude: [20, 10, 30] };

test("a feature carries its index and class", () => {
  assert.deepEqual(featuresOf(points, Int8Array.of(-1, 0, 3), [2]).features, [
    { type: "Feature", properties: { i: 2, c: 3 }, geometry: { type: "Point", coordinates: [90, 30] } },
  ]);
});

test("bounds hold just the points asked for", () => {
  assert.deepEqual(boundsOf(points, [0, 1]), [77, 10, 78, 20]);
  assert.equal(boundsOf(points, []), null);
});

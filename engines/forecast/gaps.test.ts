import assert from "node:assert/strict";
import { test } from "node:test";
import { countKnown, fillGaps } from "./gaps.ts";

const gap = Number.NaN;

test("gaps are bridged by straight lines, ends by the nearest value", () => {
  const values = Float64Array.from([gap, 2, gap, gap, 8, gap]);
  assert.deepEqual(Array.from(fillGaps(values)), [2, 2, 4, 6, 8, 8]);
  assert.equal(countKnown(values), 2);
});

test("nothing known stays so", () => {
  assert.deepEqual(Array.from(fillGaps(Float64Array.of(gap, gap))), [gap, gap]);
});

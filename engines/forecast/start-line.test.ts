import assert from "node:assert/strict";
import { test } from "node:test";
import { startLine } from "./start-line.ts";

test("a line is found again, gaps and later values left out", () => {
  const { level, slope, mean } = startLine(Float64Array.of(5, 7, Number.NaN, 11, 900), 3);
  assert.ok(Math.abs(level - 3) < 1e-12 && Math.abs(slope - 2) < 1e-12);
  assert.ok(Math.abs(mean - 23 / 3) < 1e-12);
});

test("one value makes a level line with room to search in", () => {
  assert.deepEqual(startLine(Float64Array.of(4), 10), { level: 4, slope: 0, mean: 4, spread: 0.4 });
});

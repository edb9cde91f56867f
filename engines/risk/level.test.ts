import assert from "node:assert/strict";
import { test } from "node:test";
import { riskLevel } from "./level.ts";

test("a threshold belongs to the level it begins", () => {
  const levels = [0, 29.9, 30, 50, 69.9, 70, 100].map((score) => riskLevel(score));
  assert.deepEqual(levels, ["LOW", "LOW", "MEDIUM", "HIGH", "HIGH", "CRITICAL", "CRITICAL"]);
  assert.equal(riskLevel(40, [10, 20, 40]), "CRITICAL");
  assert.equal(riskLevel(Number.NaN), null);
});

test("thresholds that do not rise are refused", () => {
  assert.throws(() => riskLevel(1, [30, 30, 70]), /must rise, as 30, 50, 70 do; not 30, 30, 70/);
});

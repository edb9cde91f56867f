import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LEVEL_THRESHOLDS, type LevelThresholds, RISK_LEVELS, riskLevel } from "../risk/level.ts";
import { countLevels } from "./level-counts.ts";

const score = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.constantFrom(0, 10, 30, 45, 50, 70, 100, Number.NaN),
);
const thresholds = fc.constantFrom<LevelThresholds>(LEVEL_THRESHOLDS, [10, 30, 45]);

test("levels are counted as they are named one by one", () => {
  fc.assert(
    fc.property(fc.array(score), thresholds, (scores, bounds) => {
      const counts = countLevels({ thresholds: bounds }, Float64Array.from(scores));
      const named = scores.map((one) => riskLevel(one, bounds));
      for (const level of RISK_LEVELS)
        assert.equal(counts[level], named.filter((one) => one === level).length);
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyRiskColumns } from "./arbitrary.ts";
import { riskComponents } from "./components.ts";
import { rankChange } from "./rank-changes.ts";
import { riskSensitivity } from "./sensitivity.ts";

test("rank changes worked out by hand", () => {
  // Ranks 1 2 3 4 become 2 1 3 4: 1 - 6·2 / (4·15) = 0.8.
  const { spearman, meanRankChange, topStays } = rankChange(
    Float64Array.of(9, 8, 7, 6, Number.NaN),
    Float64Array.of(8, 9, 7, 6, 1),
    1,
  );
  assert.ok(Math.abs(spearman - 0.8) < 1e-12);
  assert.deepEqual([meanRankChange, topStays], [0.5, 0]);
});

test("weights that do not move move no rank", () => {
  fc.assert(
    fc.property(anyRiskColumns, (columns) => {
      const { components } = riskComponents(columns);
      for (const row of riskSensitivity(components, undefined, [1])) {
        assert.ok(Number.isNaN(row.meanRankChange) || row.meanRankChange < 1e-9);
        assert.ok(Number.isNaN(row.topStays) || row.topStays === 1);
      }
    }),
  );
});

test("a row for each weight and factor, within bounds", () => {
  fc.assert(
    fc.property(anyRiskColumns, (columns) => {
      const rows = riskSensitivity(riskComponents(columns).components, undefined, [0.8, 1.2], 3);
      assert.equal(rows.length, 2 * (5 + 13));
      for (const { spearman, topStays } of rows) {
        assert.ok(Number.isNaN(spearman) || Math.abs(spearman) <= 1 + 1e-9);
        assert.ok(Number.isNaN(topStays) || (topStays >= 0 && topStays <= 1));
      }
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyRiskColumns } from "./arbitrary.ts";
import { explainComposite, explainRolledUp, explainSector } from "./explain.ts";
import { riskColumns } from "./fixture.ts";
import { SECTORS } from "./formulas.ts";
import { sectorInputs } from "./inputs.ts";
import { riskScores } from "./scores.ts";
import { RISK_CAVEAT } from "./words.ts";

const columns = riskColumns(3, { D17: [1, 2, 3], massMovement: [0, 0, 1] });
const scores = riskScores(columns);

test("the formula with the numbers that gave the score, and the caveat", () => {
  assert.equal(
    explainSector(scores, "HUNGER", 2, "EN"),
    `Hunger score 80.0 of 100 = 50 × 1.00 (percentile rank of demographic updates of ages 17 and over) + 30 × 1.00 (flag: mass movement) + 20 × 0.00 (flag: spike). ${RISK_CAVEAT.EN}`,
  );
  assert.equal(
    explainSector(scores, "HUNGER", 1, "HI"),
    `भुखमरी अंक 100 में से 25.0 = 50 × 0.50 (17 वर्ष और अधिक आयु के जनसांख्यिकीय अद्यतनों का प्रतिशतक क्रम) + 30 × 0.00 (संकेत: सामूहिक आवाजाही) + 20 × 0.00 (संकेत: उछाल)। ${RISK_CAVEAT.HI}`,
  );
  assert.match(
    explainComposite(scores, 2, "EN"),
    /^Composite score [\d.]+ of 100 = 0\.2 × [\d.]+ \(education\)/,
  );
  assert.equal(
    explainRolledUp("LABOUR", 41.26, 12, "EN"),
    `Labour score 41.3 of 100 = the mean of 12 pincodes, weighted by their activity. ${RISK_CAVEAT.EN}`,
  );
});

test("the numbers in a sentence give the score in it", () => {
  fc.assert(
    fc.property(anyRiskColumns, fc.constantFrom(...SECTORS), (any, sector) => {
      const found = riskScores(any);
      const text = explainSector(found, sector, 0, "EN");
      if (Number.isNaN(found.composite[0]!)) return assert.match(text, /^No report/);
      const terms = [...text.matchAll(/(\d+) × ([\d.]+)/g)];
      const sum = terms.reduce((points, [, weight, value]) => points + Number(weight) * Number(value), 0);
      assert.ok(Math.abs(sum - Number(text.match(/score ([\d.]+) of/)![1])) < 0.6);
    }),
  );
});

test("no report, no score, in both languages", () => {
  assert.match(explainRolledUp(null, Number.NaN, 0, "HI"), /^इस अवधि में कोई रिपोर्ट नहीं/);
});

test("inputs are counts, shrunk rates and components by name, absent ones null", () => {
  const some = riskColumns(1, { E05: [9], D517: [5], B517: [Number.NaN] });
  assert.deepEqual(sectorInputs(some, riskScores(some), "EDUCATION", 0), [
    { name: "E05", value: 9 },
    { name: "E517", value: 0 },
    { name: "D517", value: 5 },
    { name: "B517", value: null },
    { name: "biometricPerChild", value: 0 },
    { name: "demographicPerChild", value: 0.5 },
    { name: "missingBiometricUpdates", value: 1 },
    { name: "demographicUpdatesOfChildren", value: 0.5 },
  ]);
});

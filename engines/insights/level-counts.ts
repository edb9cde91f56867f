import type { NationRisk } from "../nation/risk.ts";
import { RISK_LEVELS, type RiskLevel } from "../risk/level.ts";

/** How many scores of 0..100 are of each level; NaN, which is no score, is of none. */
export function countLevels(
  { thresholds: [medium, high, critical] }: Pick<NationRisk, "thresholds">,
  scores: Float64Array,
): Readonly<Record<RiskLevel, number>> {
  const counts = [0, 0, 0, 0];
  for (const score of scores) {
    if (Number.isNaN(score)) continue;
    counts[Number(score >= medium) + Number(score >= high) + Number(score >= critical)]!++;
  }
  return Object.fromEntries(RISK_LEVELS.map((level, at) => [level, counts[at]!])) as Record<
    RiskLevel,
    number
  >;
}

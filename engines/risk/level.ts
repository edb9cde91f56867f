import { Fault } from "../../data/fault.ts";

export const RISK_LEVELS = ["LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Scores from which a place is MEDIUM, HIGH and CRITICAL. */
export type LevelThresholds = readonly [medium: number, high: number, critical: number];
export const LEVEL_THRESHOLDS: LevelThresholds = [30, 50, 70];

/**
 * The level of a score of 0..100; null where the score is NaN.
 * @throws Fault where the thresholds do not rise
 */
export function riskLevel(score: number, thresholds: LevelThresholds = LEVEL_THRESHOLDS): RiskLevel | null {
  const [medium, high, critical] = thresholds;
  if (!(medium < high && high < critical)) {
    const right = "Thresholds of risk levels must rise, as 30, 50, 70 do";
    throw new Fault("BAD_USER_INPUT", `${right}; not ${thresholds.join(", ")}.`);
  }
  if (Number.isNaN(score)) return null;
  return RISK_LEVELS[thresholds.filter((threshold) => score >= threshold).length]!;
}

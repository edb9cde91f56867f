import type { PlacedFinding } from "../nation/catalogue.ts";

/** How much an alert matters, the least first. */
export const SEVERITIES = ["NOTICE", "WARNING", "CRITICAL"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What makes alerts of findings. */
export interface AlertPolicy {
  /** Persons more or fewer than expected, from which a finding is a warning, and critical. */
  readonly warning: number;
  readonly critical: number;
  /** A finding less sure than this (by its q-value) is one step less severe. */
  readonly sureQ: number;
  /** Days without a finding that one alert may hold. */
  readonly gap: number;
  /** Days after an alert's end in which what is no more severe belongs to it. */
  readonly cooldown: number;
}

export const ALERT_POLICY: AlertPolicy = { warning: 100, critical: 1000, sureQ: 0.01, gap: 2, cooldown: 7 };

/** Where reports went: more than expected, fewer, or from one kind to another. */
export type Direction = "UP" | "DOWN" | "APART";

export function directionOf({ kind, observed, expected }: PlacedFinding): Direction {
  if (kind === "GHOST_POPULATION") return "APART";
  return observed >= expected ? "UP" : "DOWN";
}

/** Persons more or fewer than expected on the strangest day. */
export const sizeOf = ({ observed, expected }: PlacedFinding): number => Math.abs(observed - expected);

/** By its size, and a step less where it is not sure. */
export function severityOf(finding: PlacedFinding, { warning, critical, sureQ }: AlertPolicy): Severity {
  const size = sizeOf(finding);
  const step = (size >= critical ? 2 : size >= warning ? 1 : 0) - ((finding.q ?? 0) > sureQ ? 1 : 0);
  return SEVERITIES[Math.max(step, 0)]!;
}

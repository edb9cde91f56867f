import type { Component } from "./components.ts";
import type { RiskColumns } from "./counts.ts";
import { RISK_WEIGHTS, type RiskWeights, type Sector, termsOf } from "./formulas.ts";
import type { RiskScores } from "./scores.ts";

/** A number that went into a score; null where the place filed no such report. */
export interface NamedInput {
  readonly name: string;
  readonly value: number | null;
}

type Count = Exclude<keyof RiskColumns, Component>;

/** Published counts a sector's score is made of. */
const COUNTS: Readonly<Record<Sector, readonly Count[]>> = {
  EDUCATION: ["E05", "E517", "D517", "B517"],
  HUNGER: ["D17"],
  RURAL: ["E05", "E517", "E18", "D517", "D17"],
  ELECTORAL: ["E18"],
  LABOUR: ["D17", "B17"],
};

const RATES: Readonly<Partial<Record<Sector, readonly (keyof RiskScores["rates"])[]>>> = {
  EDUCATION: ["biometricPerChild", "demographicPerChild"],
  RURAL: ["demographicPerEnrolment"],
};

/** What gave a place's score in a sector: counts of persons, shrunk rates, then components of 0..1 in the formula's order. */
export function sectorInputs(
  columns: RiskColumns,
  { rates, components }: RiskScores,
  sector: Sector,
  place: number,
  weights: RiskWeights = RISK_WEIGHTS,
): NamedInput[] {
  const input = (name: string, column: Float64Array): NamedInput => {
    const value = column[place]!;
    return { name, value: Number.isNaN(value) ? null : value };
  };
  return [
    ...COUNTS[sector].map((name) => input(name, columns[name])),
    ...(RATES[sector] ?? []).map((name) => input(name, rates[name])),
    ...termsOf(weights.sectors[sector]).map(([name]) => input(name, components[name])),
  ];
}

import type { Component } from "./components.ts";

/** The five sectors the counts are read for. */
export const SECTORS = ["EDUCATION", "HUNGER", "RURAL", "ELECTORAL", "LABOUR"] as const;
export type Sector = (typeof SECTORS)[number];

/** Points of 100 that each component gives where it is 1. */
export type SectorFormula = Readonly<Partial<Record<Component, number>>>;

export interface RiskWeights {
  /** Of each sector's 100 points. */
  readonly sectors: Readonly<Record<Sector, SectorFormula>>;
  /** Share of each sector in the composite; they sum to 1. */
  readonly composite: Readonly<Record<Sector, number>>;
}

export const RISK_WEIGHTS: RiskWeights = {
  sectors: {
    EDUCATION: { missingBiometricUpdates: 70, demographicUpdatesOfChildren: 30 },
    HUNGER: { demographicUpdatesOfAdults: 50, massMovement: 30, spike: 20 },
    RURAL: { demographicUpdatesPerEnrolment: 80, ghostPopulation: 20 },
    ELECTORAL: { enrolmentsOfAdults: 50, influx: 30, spike: 20 },
    LABOUR: { demographicUpdatesOfAdults: 40, biometricUpdatesOfAdults: 30, massMovement: 30 },
  },
  composite: { EDUCATION: 0.2, HUNGER: 0.2, RURAL: 0.15, ELECTORAL: 0.25, LABOUR: 0.2 },
};

/** The components of a formula with their points, in its order. */
export function termsOf(formula: SectorFormula): (readonly [Component, number])[] {
  return Object.entries(formula) as [Component, number][];
}

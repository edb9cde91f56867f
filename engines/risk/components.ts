import { shrunkRates } from "../statistics/empirical-bayes.ts";
import { countsOfReporting, type RiskColumns } from "./counts.ts";
import { percentileRanks } from "./percentile-ranks.ts";

/** What the sector formulas are made of. */
export const COMPONENTS = [
  "missingBiometricUpdates",
  "demographicUpdatesOfChildren",
  "demographicUpdatesOfAdults",
  "biometricUpdatesOfAdults",
  "enrolmentsOfAdults",
  "demographicUpdatesPerEnrolment",
  "spike",
  "massMovement",
  "ghostPopulation",
  "influx",
] as const;
export type Component = (typeof COMPONENTS)[number];

/** 0..1 by place; NaN throughout for a place without any report. */
export type ComponentColumns = Readonly<Record<Component, Float64Array>>;

/** Rates after shrinking, before they are clipped or ranked: updates per enrolment and one. */
export interface ShrunkRates {
  readonly biometricPerChild: Float64Array;
  readonly demographicPerChild: Float64Array;
  readonly demographicPerEnrolment: Float64Array;
}

const add = (...columns: readonly Float64Array[]) =>
  columns[0]!.map((_, at) => columns.reduce((sum, column) => sum + column[at]!, 0));

/**
 * The components of every place, from its counts and flags.
 *
 * Rates are updates / (enrolments + 1), drawn towards the rate of all places together by Marshall's global
 * empirical Bayes with enrolments + 1 as exposure, so that a place of three enrolments cannot lead a ranking by
 * chance; with many enrolments the raw rate remains. Percentile ranks are of counts, in which a small place is
 * low anyway, and of the shrunk rate.
 */
export function riskComponents(columns: RiskColumns): { components: ComponentColumns; rates: ShrunkRates } {
  const { E05, E517, E18, D517, D17, B517, B17 } = countsOfReporting(columns);
  const children = add(E05, E517).map((count) => count + 1);
  const enrolments = add(E05, E517, E18).map((count) => count + 1);
  const rates = {
    biometricPerChild: shrunkRates(B517, children),
    demographicPerChild: shrunkRates(D517, children),
    demographicPerEnrolment: shrunkRates(add(D517, D17), enrolments),
  };
  const ofReporting = (flag: Float64Array) => flag.map((value, at) => value + 0 * E05[at]!);
  return {
    rates,
    components: {
      missingBiometricUpdates: rates.biometricPerChild.map((rate) => 1 - Math.min(rate, 1)),
      demographicUpdatesOfChildren: rates.demographicPerChild.map((rate) => Math.min(rate, 1)),
      demographicUpdatesOfAdults: percentileRanks(D17),
      biometricUpdatesOfAdults: percentileRanks(B17),
      enrolmentsOfAdults: percentileRanks(E18),
      demographicUpdatesPerEnrolment: percentileRanks(rates.demographicPerEnrolment),
      spike: ofReporting(columns.spike),
      massMovement: ofReporting(columns.massMovement),
      ghostPopulation: ofReporting(columns.ghostPopulation),
      influx: ofReporting(columns.influx),
    },
  };
}

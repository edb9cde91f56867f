import { type ComponentColumns, riskComponents, type ShrunkRates } from "./components.ts";
import { checkRiskColumns, type RiskColumns } from "./counts.ts";
import {
  RISK_WEIGHTS,
  type RiskWeights,
  SECTORS,
  type Sector,
  type SectorFormula,
  termsOf,
} from "./formulas.ts";

export interface RiskScores {
  /** 0..100 by place, NaN for a place without any report. */
  readonly sectors: Readonly<Record<Sector, Float64Array>>;
  /** The sectors' mean by the composite's weights, 0..100; NaN for a place without any report. */
  readonly composite: Float64Array;
  readonly components: ComponentColumns;
  readonly rates: ShrunkRates;
}

function sectorScore(components: ComponentColumns, formula: SectorFormula): Float64Array {
  const terms = termsOf(formula);
  return components.spike.map((_, at) => {
    const sum = terms.reduce(
      (points, [component, weight]) => points + weight * components[component][at]!,
      0,
    );
    return Math.min(Math.max(sum, 0), 100);
  });
}

/** Sector scores and their composite from components already found. */
export function scoresOf(components: ComponentColumns, weights: RiskWeights): Omit<RiskScores, "rates"> {
  const sectors = Object.fromEntries(
    SECTORS.map((sector) => [sector, sectorScore(components, weights.sectors[sector])]),
  ) as Record<Sector, Float64Array>;
  const composite = components.spike.map((_, at) => {
    const sum = SECTORS.reduce((mean, sector) => mean + weights.composite[sector] * sectors[sector][at]!, 0);
    return Math.min(sum, 100);
  });
  return { sectors, composite, components };
}

/**
 * The five sector scores and the composite of every place: weighted sums of components of 0..1 (`riskComponents`),
 * relative to the other places given. A proxy from administrative counts, never a statement about persons.
 * @throws Fault where columns are not aligned, counts are negative or flags neither 0 nor 1
 */
export function riskScores(columns: RiskColumns, weights: RiskWeights = RISK_WEIGHTS): RiskScores {
  checkRiskColumns(columns);
  const { components, rates } = riskComponents(columns);
  return { ...scoresOf(components, weights), rates };
}

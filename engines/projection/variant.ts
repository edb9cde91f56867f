export type Variant = "LOW" | "CENTRAL" | "HIGH";

/** What a variant changes against the central one. */
export interface VariantRule {
  /** Children per woman added once the change is complete. */
  readonly fertility: number;
  /** Added to the yearly gain of life expectancy, years per year. */
  readonly expectancyGain: number;
}

/** Years over which a variant's change of fertility grows to its full size. */
export const FERTILITY_PHASE = 10;

/**
 * Low and high: fertility 0.2 children below and above the central path, reached evenly over ten years; life
 * expectancy rising 0.1 years a year more slowly and faster. Migration is the same in all, since what one state
 * gains another loses. Assumptions: smaller than the half child of the United Nations' variants, whose horizon
 * is a century.
 */
export const VARIANTS: Readonly<Record<Variant, VariantRule>> = {
  LOW: { fertility: -0.2, expectancyGain: -0.1 },
  CENTRAL: { fertility: 0, expectancyGain: 0 },
  HIGH: { fertility: 0.2, expectancyGain: 0.1 },
};

import type { SurveillanceParameters } from "./parameters.ts";

/** What the prior keeps from one report day to the next: it is for the first weeks. */
const PRIOR_KEPT = 0.93;

/**
 * How much wider than Poisson's the counts vary: the discounted mean of squared Pearson residuals, each capped
 * and weighted by how normal its day was (McCullagh & Nelder 1989, 4.5; Farrington et al. 1996). The prior, which fades,
 * grows with the level, as large places vary by shares of themselves and a week of days is too few to tell.
 */
export interface Dispersion {
  squares: number;
  days: number;
  priorDays: number;
  readonly prior: number;
  readonly priorGrowth: number;
  readonly forgotten: number;
  readonly cap: number;
}

export const createDispersion = (p: SurveillanceParameters): Dispersion => ({
  squares: 0,
  days: 0,
  priorDays: p.dispersionPriorDays,
  prior: p.dispersionPrior,
  priorGrowth: p.dispersionPriorGrowth,
  forgotten: 1 / p.dispersionMemory,
  cap: p.residualCap ** 2,
});

/** Variance over mean around this level, 1 (Poisson) or more. */
export function dispersionOf(dispersion: Dispersion, level: number): number {
  const { squares, days, priorDays, prior, priorGrowth } = dispersion;
  const ratio = (squares + priorDays * (prior + priorGrowth * level)) / (days + priorDays);
  return ratio > 1 ? ratio : 1;
}

/**
 * @param ratio the dispersion held so far
 * @param uncertainty relative variance of the expectation itself, which is no part of the dispersion
 * @param weight 1 for a normal day, less for one that is thought abnormal
 */
export function learnDispersion(
  dispersion: Dispersion,
  count: number,
  expected: number,
  ratio: number,
  uncertainty: number,
  weight: number,
): void {
  const residual = (count - expected) ** 2 / (expected * (1 + (expected * uncertainty) / ratio));
  const kept = 1 - weight * dispersion.forgotten;
  dispersion.squares = dispersion.squares * kept + weight * Math.min(residual, dispersion.cap * ratio);
  dispersion.days = dispersion.days * kept + weight;
  dispersion.priorDays *= PRIOR_KEPT;
}

import type { Component, ComponentColumns } from "./components.ts";
import { RISK_WEIGHTS, type RiskWeights, SECTORS, type Sector, termsOf } from "./formulas.ts";
import { type RankChange, rankChange } from "./rank-changes.ts";
import { scoresOf } from "./scores.ts";

export interface MovedWeight extends RankChange {
  readonly sector: Sector;
  /** The component whose weight within the sector moved; null where the sector's weight in the composite did. */
  readonly component: Component | null;
  /** What the weight was multiplied by. */
  readonly factor: number;
}

/** One weight multiplied, all then scaled so that their sum stays. */
function moved<Name extends string>(weights: Readonly<Record<Name, number>>, name: Name, factor: number) {
  const entries = Object.entries(weights) as [Name, number][];
  const after = entries.map(([one, weight]) => [one, one === name ? weight * factor : weight] as const);
  const sum = (list: readonly (readonly [Name, number])[]) =>
    list.reduce((all, [, weight]) => all + weight, 0);
  const scale = sum(entries) / sum(after);
  return Object.fromEntries(after.map(([one, weight]) => [one, weight * scale])) as Record<Name, number>;
}

/**
 * How the ranks of places by their composite score move when one weight moves, by default by a fifth down and up:
 * each sector's in the composite, then each component's within its sector. The other weights of its sum give way in
 * proportion.
 */
export function riskSensitivity(
  components: ComponentColumns,
  weights: RiskWeights = RISK_WEIGHTS,
  factors: readonly number[] = [0.8, 1.2],
  topCount = 100,
): MovedWeight[] {
  const { composite } = scoresOf(components, weights);
  const compare = (sector: Sector, component: Component | null, factor: number, other: RiskWeights) => ({
    sector,
    component,
    factor,
    ...rankChange(composite, scoresOf(components, other).composite, topCount),
  });
  const ofSectors = SECTORS.flatMap((sector) =>
    factors.map((factor) =>
      compare(sector, null, factor, { ...weights, composite: moved(weights.composite, sector, factor) }),
    ),
  );
  const ofComponents = SECTORS.flatMap((sector) =>
    termsOf(weights.sectors[sector]).flatMap(([component]) =>
      factors.map((factor) => {
        const formula = moved(weights.sectors[sector] as Record<Component, number>, component, factor);
        const sectors = { ...weights.sectors, [sector]: formula };
        return compare(sector, component, factor, { ...weights, sectors });
      }),
    ),
  );
  return [...ofSectors, ...ofComponents];
}

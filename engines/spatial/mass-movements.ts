import { count, type SpatialFinding } from "./finding.ts";
import { massMovementFlags } from "./flags.ts";
import { SPATIAL_DEFAULTS, type SpatialParameters } from "./parameters.ts";

/**
 * Places with more demographic updates on one report day than the threshold. A monthly batch is the sum of many
 * days and must be left out of both columns by the caller. Largest day first, equals by place.
 * @param largestDay most updates on a report day that is no batch; NaN where a place has none
 * @param usualDay median of those days, shown as what was expected
 */
export function massMovements(
  largestDay: Float64Array,
  usualDay: Float64Array,
  parameters: Pick<SpatialParameters, "massMovementUpdates"> = SPATIAL_DEFAULTS,
): SpatialFinding[] {
  const { massMovementUpdates } = parameters;
  const flags = massMovementFlags(largestDay, parameters);
  return Array.from(flags.keys())
    .filter((place) => flags[place] === 1)
    .sort((a, b) => largestDay[b]! - largestDay[a]! || a - b)
    .map((place) => {
      const [observed, expected] = [largestDay[place]!, usualDay[place]!];
      return {
        place,
        kind: "MASS_MOVEMENT",
        observed,
        expected,
        lower: 0,
        upper: massMovementUpdates,
        score: observed / massMovementUpdates,
        pValue: null,
        qValue: null,
        explanation: {
          EN: `${count(observed)} demographic updates on one report day, more than ${count(massMovementUpdates)}; the place's median report day has ${count(expected)}.`,
          HI: `एक रिपोर्ट दिवस पर ${count(observed)} जनसांख्यिकीय अद्यतन, ${count(massMovementUpdates)} से अधिक; इस स्थान के रिपोर्ट दिवसों की माध्यिका ${count(expected)} है।`,
        },
      };
    });
}

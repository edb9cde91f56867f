import { benjaminiHochberg } from "../statistics/benjamini-hochberg.ts";
import { normalTail } from "../statistics/normal-tail.ts";
import { count, deviation, probability, type SpatialFinding } from "./finding.ts";
import { ghostPopulationFlags } from "./flags.ts";
import { countOfLog } from "./log-count.ts";
import { SPATIAL_DEFAULTS, type SpatialParameters } from "./parameters.ts";
import type { RobustZ } from "./robust-z.ts";

/**
 * Places with many demographic and few biometric updates beside their neighbours: records change where nobody comes
 * in person. Observed, expected and bounds are of the demographic updates. The p-value is the larger one of the two
 * one-sided tests, since both must hold; q-values are over all places compared, and are shown, not required.
 * Highest score (the milder of both z) first, equals by place.
 */
export function ghostPopulations(
  demographicUpdates: Float64Array,
  biometricUpdates: Float64Array,
  demographic: RobustZ,
  biometric: RobustZ,
  parameters: Pick<SpatialParameters, "ghostDemographicZ" | "ghostBiometricZ"> = SPATIAL_DEFAULTS,
): SpatialFinding[] {
  const flags = ghostPopulationFlags(demographic.z, biometric.z, parameters);
  const score = demographic.z.map((z, place) => Math.min(z, -biometric.z[place]!));
  const p = score.map((z) => (Number.isNaN(z) ? z : normalTail(z)));
  const q = benjaminiHochberg(p);
  return Array.from(flags.keys())
    .filter((place) => flags[place] === 1)
    .sort((a, b) => score[b]! - score[a]! || a - b)
    .map((place) => {
      const [centre, spread] = [demographic.centre[place]!, demographic.spread[place]!];
      const [observed, expected] = [demographicUpdates[place]!, countOfLog(centre)];
      const [came, usual] = [biometricUpdates[place]!, countOfLog(biometric.centre[place]!)];
      const [up, down] = [deviation(demographic.z[place]!), deviation(biometric.z[place]!)];
      const shown = probability(q[place]!);
      return {
        place,
        kind: "GHOST_POPULATION",
        observed,
        expected,
        lower: countOfLog(centre - parameters.ghostDemographicZ * spread),
        upper: countOfLog(centre + parameters.ghostDemographicZ * spread),
        score: score[place]!,
        pValue: p[place]!,
        qValue: q[place]!,
        explanation: {
          EN: `${count(observed)} demographic updates where the nearest pincodes' median is ${count(expected)} (${up} robust deviations above), and ${count(came)} biometric updates where it is ${count(usual)} (${down} below; q = ${shown}). A contrast of counts, no proof that anyone is missing.`,
          HI: `जनसांख्यिकीय अद्यतन: ${count(observed)}, निकटतम पिनकोडों की माध्यिका ${count(expected)} (${up} सुदृढ़ विचलन ऊपर); बायोमेट्रिक अद्यतन: ${count(came)}, माध्यिका ${count(usual)} (${down} नीचे; q = ${shown})। यह गणनाओं का अंतर है, किसी के न होने का प्रमाण नहीं।`,
        },
      };
    });
}

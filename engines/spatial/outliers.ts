import { benjaminiHochberg } from "../statistics/benjamini-hochberg.ts";
import { twoSidedP } from "../statistics/normal-tail.ts";
import type { Words } from "../words.ts";
import { count, deviation, probability, type SpatialFinding } from "./finding.ts";
import { countOfLog } from "./log-count.ts";
import { SPATIAL_DEFAULTS, type SpatialParameters } from "./parameters.ts";
import type { RobustZ } from "./robust-z.ts";

/** The z nearer to 0 of two on one side of it; 0 where they are on different sides, NaN where one is. */
function milder(one: number, other: number): number {
  if (Number.isNaN(one + other)) return Number.NaN;
  if (one > 0 !== other > 0) return 0;
  return Math.abs(one) < Math.abs(other) ? one : other;
}

/**
 * Places whose count stands apart from their neighbours' and from their district's in the same direction.
 * The milder of both z must pass the threshold; its two-sided normal p-value, corrected over all places that could
 * be compared with both, must keep the false discovery rate. Highest absolute score first, equals by place.
 * @param counts of one metric over the period, aligned with both comparisons
 * @param metric what is counted, for the explanation, e.g. "biometric updates"
 */
export function spatialOutliers(
  counts: Float64Array,
  neighbours: RobustZ,
  district: RobustZ,
  metric: Words,
  parameters: Pick<SpatialParameters, "outlierZ" | "outlierRate"> = SPATIAL_DEFAULTS,
): SpatialFinding[] {
  const { outlierZ, outlierRate } = parameters;
  const z = neighbours.z.map((own, place) => milder(own, district.z[place]!));
  const p = z.map(twoSidedP);
  const q = benjaminiHochberg(p);
  return Array.from(z.keys())
    .filter((place) => Math.abs(z[place]!) >= outlierZ && q[place]! <= outlierRate)
    .sort((a, b) => Math.abs(z[b]!) - Math.abs(z[a]!) || a - b)
    .map((place) => {
      const [centre, spread] = [neighbours.centre[place]!, neighbours.spread[place]!];
      const [observed, expected] = [counts[place]!, countOfLog(centre)];
      const among = countOfLog(district.centre[place]!);
      const [near, home] = [deviation(neighbours.z[place]!), deviation(district.z[place]!)];
      const shown = probability(q[place]!);
      const above = z[place]! > 0;
      return {
        place,
        kind: "SPATIAL_OUTLIER",
        observed,
        expected,
        lower: countOfLog(centre - outlierZ * spread),
        upper: countOfLog(centre + outlierZ * spread),
        score: z[place]!,
        pValue: p[place]!,
        qValue: q[place]!,
        explanation: {
          EN: `${count(observed)} ${metric.EN}; the nearest pincodes' median is ${count(expected)}, that of the district's others ${count(among)}: ${near} and ${home} robust deviations ${above ? "above" : "below"} them (q = ${shown}).`,
          HI: `${metric.HI}: ${count(observed)}; निकटतम पिनकोडों की माध्यिका ${count(expected)}, ज़िले के अन्य पिनकोडों की ${count(among)}: उनसे ${near} और ${home} सुदृढ़ विचलन ${above ? "ऊपर" : "नीचे"} (q = ${shown})।`,
        },
      };
    });
}

import { parseDay } from "../../data/activity/day.ts";
import { COUNTS, type Metric } from "../../data/activity/metric.ts";
import type { ActivityStore } from "../../data/activity/store.ts";
import { isolationScores } from "../profiles/isolation-forest.ts";
import { kMeans } from "../profiles/kmeans.ts";
import { RISK_COUNTS, type RiskColumns } from "../risk/counts.ts";
import { SECTORS } from "../risk/formulas.ts";
import { type RiskScores, riskScores } from "../risk/scores.ts";
import { againstNeighbours } from "../spatial/compare.ts";
import { ghostPopulationFlags, influxFlags, massMovementFlags } from "../spatial/flags.ts";
import type { NeighbourMatrix } from "../spatial/neighbour-matrix.ts";
import type { DayExtremes } from "./beside.ts";
import type { Watched } from "./watch.ts";

/** The risk of every pincode, in the gazetteer's order, with what it was made of. */
export interface Assessed {
  readonly columns: RiskColumns;
  readonly scores: RiskScores;
  /** Activity over the period, by which places are rolled up; 0 where there is none. */
  readonly activity: Float64Array;
  /** Isolation forest over the sector scores, 0..1; NaN where there is no score. */
  readonly apart: Float64Array;
  /** Profile of each pincode, −1 where there is none. */
  readonly profile: Int32Array;
}

/** Assesses all pincodes over the whole period, with what surveillance and their neighbours say of them. */
export async function assessNation(
  store: ActivityStore,
  { findings }: Pick<Watched, "findings">,
  { largest }: Pick<DayExtremes, "largest">,
  nearest: NeighbourMatrix,
): Promise<Assessed> {
  const { gazetteer, dataset } = store;
  const { pincodes } = gazetteer;
  const range = { from: parseDay(dataset.from)!, to: parseDay(dataset.to)! };
  const sums = (metric: Metric) => store.values({ places: pincodes, metric, ...range });
  const counts = await Promise.all(COUNTS.map(sums));
  const z = async (metric: Metric) => againstNeighbours(await sums(metric), nearest).z;
  const spike = new Float64Array(pincodes.length);
  for (const { level, kind, place } of findings)
    if (level === "PINCODE" && kind === "SPIKE") spike[place] = 1;
  const columns = {
    ...Object.fromEntries(RISK_COUNTS.map((name, at) => [name, counts[at]!])),
    spike,
    massMovement: massMovementFlags(largest),
    ghostPopulation: ghostPopulationFlags(await z("DEMOGRAPHIC_UPDATE"), await z("BIOMETRIC_UPDATE")),
    influx: influxFlags(await z("ENROLMENT")),
  } as RiskColumns;
  const scores = riskScores(columns);
  const features = SECTORS.map((sector) => scores.sectors[sector]);
  const activity = (await sums("ACTIVITY")).map((sum) => sum || 0);
  const { cluster } = kMeans(features);
  return { columns, scores, activity, apart: isolationScores(features), profile: cluster };
}

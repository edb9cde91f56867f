import { REPORTED } from "../../data/activity/calendar/day-kinds.ts";
import { parseDay } from "../../data/activity/day.ts";
import { DATASETS, type DatasetKind } from "../../data/activity/metric.ts";
import type { ActivityStore } from "../../data/activity/store.ts";
import { profileOutliers } from "../profiles/outliers.ts";
import { SECTORS } from "../risk/formulas.ts";
import { SECTOR_NAMES } from "../risk/words.ts";
import { againstDistrict, againstNeighbours } from "../spatial/compare.ts";
import type { SpatialFinding } from "../spatial/finding.ts";
import { ghostPopulations } from "../spatial/ghost-populations.ts";
import { massMovements } from "../spatial/mass-movements.ts";
import type { NeighbourMatrix } from "../spatial/neighbour-matrix.ts";
import { spatialOutliers } from "../spatial/outliers.ts";
import type { Assessed } from "./assess.ts";
import { DATASET_WORDS } from "./explain.ts";
import type { Finding } from "./findings.ts";
import { daysOfPlaces } from "./series.ts";

/** Days over which demographic and biometric updates are held against each other: over months the contrast drowns. */
const GHOST_DAYS = 28;

/** Each pincode's largest report day of demographic updates that is no monthly batch, which it is, and the middle one. */
export interface DayExtremes {
  readonly largest: Float64Array;
  readonly usual: Float64Array;
  /** Days of the series. */
  readonly on: Int32Array;
}

export async function demographicDays(store: ActivityStore): Promise<DayExtremes> {
  const { gazetteer, dataset } = store;
  const range = { from: parseDay(dataset.from)!, to: parseDay(dataset.to)! };
  const { pincodes } = gazetteer;
  const absent = () => new Float64Array(pincodes.length).fill(Number.NaN);
  const [largest, usual, on] = [absent(), absent(), new Int32Array(pincodes.length)];
  for await (const { place, counts, kinds } of daysOfPlaces(store, pincodes, "DEMOGRAPHIC_UPDATE", range)) {
    const reported = counts.filter((_, day) => kinds[day] === REPORTED).sort();
    if (reported.length === 0) continue;
    largest[place] = reported.at(-1)!;
    usual[place] = reported[reported.length >> 1]!;
    on[place] = counts.findIndex((count, day) => kinds[day] === REPORTED && count === largest[place]);
  }
  return { largest, usual, on };
}

/** Pincodes whose sector scores together stand apart, over the whole dataset. */
export function findApart({ dataset }: ActivityStore, { scores, apart }: Assessed): Finding[] {
  const end = parseDay(dataset.to)! - parseDay(dataset.from)!;
  const features = SECTORS.map((sector) => scores.sectors[sector]);
  const names = SECTORS.map((sector) => SECTOR_NAMES[sector]);
  return profileOutliers(features, apart, names).map(({ explanation, ...found }) => ({
    ...{ level: "PINCODE", metric: "ACTIVITY", kind: "PROFILE_OUTLIER", from: 0, to: end, peak: end },
    ...{ ...found, p: null, q: null, words: explanation },
  }));
}

/**
 * What stands out beside other pincodes: outliers over the whole dataset, ghost populations over spells of four
 * weeks counted back from its end, and mass movements by their day.
 */
export async function findBeside(
  store: ActivityStore,
  { largest, usual, on }: DayExtremes,
  nearest: NeighbourMatrix,
): Promise<Finding[]> {
  const { gazetteer, dataset } = store;
  const { pincodes } = gazetteer;
  const [first, last] = [parseDay(dataset.from)!, parseDay(dataset.to)!];
  const end = last - first;
  const district = Int32Array.from(pincodes, (one) => one.district);
  const sums = (metric: DatasetKind, from: number, to: number) =>
    store.values({ places: pincodes, metric, from: first + from, to: first + to });
  const of =
    (metric: DatasetKind, from: number, to: number) =>
    (found: SpatialFinding): Finding => {
      const { place, kind, observed, expected, lower, upper, score, pValue, qValue, explanation } = found;
      const figures = { observed, expected, lower, upper, score, p: pValue, q: qValue };
      return { level: "PINCODE", place, metric, kind, from, to, peak: to, ...figures, words: explanation };
    };

  const findings: Finding[] = [];
  for (const metric of DATASETS) {
    const counts = await sums(metric, 0, end);
    const [near, home] = [againstNeighbours(counts, nearest), againstDistrict(counts, district)];
    const words = { EN: DATASET_WORDS.EN[metric], HI: DATASET_WORDS.HI[metric] };
    findings.push(...spatialOutliers(counts, near, home, words).map(of(metric, 0, end)));
  }
  for (let to = end; to - GHOST_DAYS + 1 >= 0; to -= GHOST_DAYS) {
    const from = to - GHOST_DAYS + 1;
    const demographic = await sums("DEMOGRAPHIC_UPDATE", from, to);
    const biometric = await sums("BIOMETRIC_UPDATE", from, to);
    const [up, down] = [againstNeighbours(demographic, nearest), againstNeighbours(biometric, nearest)];
    const found = ghostPopulations(demographic, biometric, up, down);
    findings.push(...found.map(of("DEMOGRAPHIC_UPDATE", from, to)));
  }
  for (const found of massMovements(largest, usual)) {
    const day = on[found.place]!;
    findings.push(of("DEMOGRAPHIC_UPDATE", day, day)(found));
  }
  return findings;
}

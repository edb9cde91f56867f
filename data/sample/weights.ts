import { COUNTS, COUNTS_OF, DATASETS } from "../activity/metric.ts";
import { exponential } from "./elementary.ts";
import type { Pairs } from "./pairs.ts";
import { PINCODE_SPREAD as SPREAD, TREND } from "./profile.ts";
import type { Draw } from "./quantiles.ts";
import type { Random } from "./random.ts";

/** What is lasting about each pair: how it compares with others of its state, and where it drifts. */
export interface Weights {
  /** By count, in the order of COUNTS, then pair; comparable within a state, > 0. */
  readonly counts: readonly Float64Array[];
  /** By dataset, then pair: change of level over the daily reports, −TREND … TREND. */
  readonly trends: readonly Float64Array[];
}

/** Heavy-tailed weights: those of a pincode are alike across datasets, those of a district's pincodes across it. */
export function drawWeights(pairs: Pairs, random: Random, normal: Draw): Weights {
  const counts = COUNTS.map(() => new Float64Array(pairs.length));
  const trends = DATASETS.map(() => new Float64Array(pairs.length));
  const ofDistrict = new Map<number, number>();
  for (let pair = 0; pair < pairs.length; pair++) {
    const district = pairs.district[pair]!;
    if (!ofDistrict.has(district)) ofDistrict.set(district, SPREAD.district * normal(random));
    const samePincode = pair > 0 && pairs.pincode[pair] === pairs.pincode[pair - 1];
    if (samePincode) {
      const ratio = pairs.share[pair]! / pairs.share[pair - 1]!;
      for (const column of counts) column[pair] = column[pair - 1]! * ratio;
      for (const column of trends) column[pair] = column[pair - 1]!;
      continue;
    }
    const z = normal(random);
    const base = ofDistrict.get(district)! + z * (z > 0 ? SPREAD.upper : SPREAD.lower);
    DATASETS.forEach((kind, dataset) => {
      const ofDataset = base + SPREAD.dataset * normal(random);
      for (const count of COUNTS_OF[kind])
        counts[count]![pair] = pairs.share[pair]! * exponential(ofDataset + SPREAD.count * normal(random));
      trends[dataset]![pair] = TREND * (2 * random.unit() - 1);
    });
  }
  return { counts, trends };
}

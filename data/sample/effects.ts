import { parseDay } from "../activity/day.ts";
import { DATASETS, type DatasetKind } from "../activity/metric.ts";
import type { DayRange } from "../activity/store.ts";
import type { Gazetteer } from "../places/place.ts";
import type { Pairs } from "./pairs.ts";
import type { PlantedAnomaly } from "./planted.ts";

/** A planted effect as it bears on one pair. */
export interface PairEffect extends DayRange {
  readonly factor: number;
}

/** By dataset, then pair: what was planted there; most pairs have none. */
export type Effects = Readonly<Record<DatasetKind, ReadonlyMap<number, readonly PairEffect[]>>>;

/** Spreads the planted anomalies over the pairs of their places. */
export function effectsOf(gazetteer: Gazetteer, pairs: Pairs, planted: readonly PlantedAnomaly[]): Effects {
  const effects = Object.fromEntries(DATASETS.map((kind) => [kind, new Map()])) as Record<
    DatasetKind,
    Map<number, PairEffect[]>
  >;
  for (const anomaly of planted) {
    const place = gazetteer.find(anomaly.code);
    if (place === undefined || place.level === "COUNTRY") continue;
    const column = { STATE: pairs.state, DISTRICT: pairs.district, PINCODE: pairs.pincode }[place.level];
    const range = { from: parseDay(anomaly.from)!, to: parseDay(anomaly.to)! };
    for (let pair = 0; pair < pairs.length; pair++) {
      if (column[pair] !== place.index) continue;
      for (const { metric, factor } of anomaly.effects) {
        const own = effects[metric].get(pair) ?? [];
        effects[metric].set(pair, [...own, { ...range, factor }]);
      }
    }
  }
  return effects;
}

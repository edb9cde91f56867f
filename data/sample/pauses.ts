import type { Day } from "../activity/day.ts";
import { DATASETS, type DatasetKind } from "../activity/metric.ts";
import { PAUSE } from "./profile.ts";
import type { Random } from "./random.ts";

/** Days on which a pair reports nothing in any dataset: no centre was open, no camp came. */
export interface Pauses {
  readonly days: readonly Day[];
  /** 1 where the pair pauses; the cell of pair p and day d is p × days + d. */
  readonly paused: Uint8Array;
}

/** The less a place reports a day, the likelier it pauses: small ones are served now and then. */
export function drawPauses(
  expected: Readonly<Record<DatasetKind, Float64Array>>,
  days: readonly Day[],
  random: Random,
): Pauses {
  const pairs = expected.ENROLMENT.length;
  const paused = new Uint8Array(pairs * days.length);
  for (let pair = 0, cell = 0; pair < pairs; pair++) {
    const usual = DATASETS.reduce((sum, kind) => sum + expected[kind][pair]!, 0);
    const chance = PAUSE.most / (1 + usual / PAUSE.half);
    for (let d = 0; d < days.length; d++, cell++) if (random.unit() < chance) paused[cell] = 1;
  }
  return { days, paused };
}

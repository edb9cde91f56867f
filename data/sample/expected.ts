import { COUNTS_OF, DATASETS, type DatasetKind } from "../activity/metric.ts";
import type { Gazetteer } from "../places/place.ts";
import { reportMonths } from "./calendar.ts";
import type { Pairs } from "./pairs.ts";
import type { StateMonth } from "./totals.ts";
import type { Weights } from "./weights.ts";

/** By dataset, then pair: the count to expect on one daily report, weekdays evened out. */
export function expectedDaily(
  gazetteer: Gazetteer,
  pairs: Pairs,
  weights: Weights,
  totals: readonly StateMonth[],
  year: number,
): Record<DatasetKind, Float64Array> {
  const columns = DATASETS.map((kind) => {
    const expected = new Float64Array(pairs.length);
    const daily = reportMonths(kind, year).filter((month) => !month.batch);
    const months = new Set(daily.map((month) => month.month));
    const days = daily.reduce((sum, month) => sum + month.days.length, 0);
    for (const count of COUNTS_OF[kind]) {
      const weight = weights.counts[count]!;
      const ofState = new Float64Array(gazetteer.states.length);
      for (let pair = 0; pair < pairs.length; pair++) ofState[pairs.state[pair]!]! += weight[pair]!;
      const total = gazetteer.states.map(({ code }) =>
        totals.reduce(
          (sum, at) => (at.state === code && months.has(at.month) ? sum + at.counts[count]! : sum),
          0,
        ),
      );
      for (let pair = 0; pair < pairs.length; pair++) {
        const state = pairs.state[pair]!;
        expected[pair]! += (total[state]! * weight[pair]!) / ofState[state]! / days;
      }
    }
    return [kind, expected] as const;
  });
  return Object.fromEntries(columns) as Record<DatasetKind, Float64Array>;
}

import { dayOf } from "../activity/day.ts";
import { COUNTS_OF, DATASETS, type DatasetKind } from "../activity/metric.ts";
import type { ReportMonth } from "./calendar.ts";
import type { Cells } from "./cells.ts";
import type { Draws } from "./draws.ts";
import type { Effects } from "./effects.ts";
import { batchLevels, dailyLevels } from "./levels.ts";
import type { Pauses } from "./pauses.ts";
import type { Random } from "./random.ts";
import { spread } from "./spread.ts";
import type { Weights } from "./weights.ts";

/** What fills the cells. */
export interface Filling {
  readonly cells: Cells;
  readonly weights: Weights;
  readonly effects: Effects;
  readonly pauses: Pauses;
  readonly draws: Draws;
  readonly random: Random;
}

/**
 * Draws one dataset's month in one state into the cells; each count sums to its total exactly.
 * @param pairs of the state
 * @param totals the seven counts of the state and month
 */
export function fillMonth(
  { cells, weights, effects, pauses, draws, random }: Filling,
  kind: DatasetKind,
  month: ReportMonth,
  year: number,
  pairs: readonly number[],
  totals: readonly number[],
): void {
  const counts = COUNTS_OF[kind];
  const total = counts.reduce((sum, count) => sum + totals[count]!, 0);
  if (total === 0) return;
  const weightsOf = (count: number) => Float64Array.from(pairs, (pair) => weights.counts[count]![pair]!);
  const levels = month.batch
    ? batchLevels(weightsOf(counts[0]!), total, draws, random)
    : dailyLevels(
        {
          kind,
          days: month.days,
          trendStart: dayOf(year, 9, 1)!,
          trends: Float64Array.from(pairs, (pair) => weights.trends[DATASETS.indexOf(kind)]![pair]!),
          effects: pairs.map((pair) => effects[kind].get(pair)),
          paused: pausedIn(pauses, pairs, month.days),
        },
        draws,
        random,
      );
  const columnOf = month.days.map((day) => cells.days.indexOf(day));
  for (const count of counts) {
    const drawn = spread(totals[count]!, weightsOf(count), levels, draws, random);
    const column = cells.counts[count]!;
    let at = 0;
    for (const pair of pairs)
      for (const day of columnOf) column[pair * cells.days.length + day] = drawn[at++]!;
  }
}

function pausedIn({ days, paused }: Pauses, pairs: readonly number[], wanted: readonly number[]): Uint8Array {
  const columns = wanted.map((day) => days.indexOf(day));
  const chosen = new Uint8Array(pairs.length * wanted.length);
  let at = 0;
  for (const pair of pairs) for (const column of columns) chosen[at++] = paused[pair * days.length + column]!;
  return chosen;
}

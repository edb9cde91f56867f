import { DATASETS } from "../activity/metric.ts";
import type { ActivityRows } from "../activity/rows.ts";
import { Fault } from "../fault.ts";
import type { Gazetteer } from "../places/place.ts";
import { reportDays, reportMonths } from "./calendar.ts";
import { makeCells } from "./cells.ts";
import { makeDraws } from "./draws.ts";
import { effectsOf } from "./effects.ts";
import { expectedDaily } from "./expected.ts";
import { type Filling, fillMonth } from "./fill.ts";
import { packRows } from "./pack.ts";
import { type Pairs, pairsOf } from "./pairs.ts";
import { drawPauses } from "./pauses.ts";
import { plant } from "./plant.ts";
import type { PlantedAnomaly } from "./planted.ts";
import { makeRandom } from "./random.ts";
import { stateMonths } from "./totals.ts";
import { drawWeights } from "./weights.ts";

/** The year whose totals the sample has. */
export const SAMPLE_YEAR = 2025;
export const DEFAULT_SEED = 20_251_231;
const MOST_YEARS = 50;

export interface SampleOptions {
  /** Whole number; its low 32 bits count. */
  readonly seed?: number;
  /**
   * 1 … 50: how many times the rows, for measurements of scale. Each further year is 2025 once more,
   * dated a year earlier, drawn anew, with nothing planted; the rows of 2025 stay as they are.
   */
  readonly rowsFactor?: number;
  /** Called after each state of each year with the states done and all there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Sample {
  readonly rows: ActivityRows;
  /** What was put in on purpose, all of it in 2025. */
  readonly planted: readonly PlantedAnomaly[];
}

/**
 * Makes the sample: invented counts of real places, on the publication's reporting calendar, whose
 * sums by state and month equal the published ones exactly. The same gazetteer and options give the
 * same rows on every machine: all arithmetic is on integers or by + − × ÷ and floor.
 * @throws Fault BAD_USER_INPUT where an option is out of range
 */
export function makeSample(gazetteer: Gazetteer, options: SampleOptions = {}): Sample {
  const { seed = DEFAULT_SEED, rowsFactor = 1, onProgress } = options;
  requireWhole("seed", seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  requireWhole("rowsFactor", rowsFactor, 1, MOST_YEARS);

  const random = makeRandom(seed);
  const draws = makeDraws();
  const pairs = pairsOf(gazetteer, random);
  const weights = drawWeights(pairs, random, draws.normal);
  const totals = stateMonths();
  const expected = expectedDaily(gazetteer, pairs, weights, totals, SAMPLE_YEAR);
  const planted = plant(gazetteer, pairs, expected, SAMPLE_YEAR, random);
  const years = Array.from({ length: rowsFactor }, (_, i) => SAMPLE_YEAR - i);
  const cells = makeCells(
    pairs.length,
    years.flatMap(reportDays).sort((a, b) => a - b),
  );
  const effects = effectsOf(gazetteer, pairs, planted);

  const byState = pairsByState(gazetteer, pairs);
  let done = 0;
  for (const year of years) {
    const pauses = drawPauses(expected, reportDays(year), random);
    const filling: Filling = { cells, weights, effects, pauses, draws, random };
    for (const state of gazetteer.states) {
      const own = byState[state.index]!;
      const months = new Map(
        totals.filter((at) => at.state === state.code).map((at) => [at.month, at.counts]),
      );
      if (own.length > 0 && months.size === 0) throw new Error(`the sample has no totals for ${state.code}`);
      if (own.length > 0)
        for (const kind of DATASETS)
          for (const month of reportMonths(kind, year)) {
            const counts = months.get(month.month);
            if (counts !== undefined) fillMonth(filling, kind, month, year, own, counts);
          }
      onProgress?.(++done, years.length * gazetteer.states.length);
    }
  }
  return { rows: packRows(gazetteer, pairs, cells), planted };
}

function pairsByState(gazetteer: Gazetteer, pairs: Pairs): number[][] {
  const byState: number[][] = gazetteer.states.map(() => []);
  pairs.state.forEach((state, pair) => {
    byState[state]!.push(pair);
  });
  return byState;
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Fault("BAD_USER_INPUT", `${name} ${value} should be a whole number from ${least} to ${most}.`);
}

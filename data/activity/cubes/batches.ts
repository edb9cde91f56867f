import { type Day, partsOf } from "../day.ts";
import { COUNTS_OF, DATASETS } from "../metric.ts";
import type { DayCube } from "./day-cube.ts";
import { ENTRY } from "./prefix.ts";

/** Days after a 1st on which nobody reports where it was a batch: daily reports pause for a Sunday or a feast at most. */
const QUIET = 6;

/** How often a state's usual day its report of a 1st must be to be a batch where other states report on the days after. */
const BATCH_FACTOR = 10;

/**
 * Which reports are monthly batches: a dataset's counts of a whole month, dated the 1st.
 * Of the states, in the gazetteer's order, and then the country: `masks[(state) * days + day]` has bit d set
 * where that day's report of dataset d is a batch. What lies in a state follows the state.
 */
export interface Batches {
  readonly masks: Uint8Array;
}

/** Counts of one dataset in one unit by day, and whether it reported. */
interface DailyCounts {
  readonly reported: (day: number) => boolean;
  readonly sum: (day: number) => number;
}

function dailyCounts(cube: DayCube, unit: number, dataset: number): DailyCounts {
  const counts = COUNTS_OF[DATASETS[dataset]!];
  const base = unit * (cube.days + 1);
  return {
    reported: (day) => (cube.masks[unit * cube.days + day]! & (1 << dataset)) !== 0,
    sum: (day) => {
      const [before, after] = [(base + day) * ENTRY, (base + day + 1) * ENTRY];
      return counts.reduce(
        (sum, count) => sum + ((cube.entries[after + count]! - cube.entries[before + count]!) >>> 0),
        0,
      );
    },
  };
}

/** Whether none of the days from `from` up to, without, `to` has a report, as far as the data reach. */
function quiet({ reported }: DailyCounts, from: number, to: number, days: number): boolean {
  for (let day = Math.max(from, 0); day < Math.min(to, days); day++) if (reported(day)) return false;
  return true;
}

/** A 1st followed by quiet days; where the data end within those, the days before it must have been quiet too. */
function standsAlone(counts: DailyCounts, first: number, days: number): boolean {
  if (!quiet(counts, first + 1, first + 1 + QUIET, days)) return false;
  return first + QUIET < days || quiet(counts, first - QUIET, first, days);
}

/** The middle one of a unit's daily sums on the days that are no 1st; 0 where there are none. */
function usualDay({ reported, sum }: DailyCounts, firsts: ReadonlySet<number>, days: number): number {
  const sums: number[] = [];
  for (let day = 0; day < days; day++) if (reported(day) && !firsts.has(day)) sums.push(sum(day));
  return sums.sort((a, b) => a - b)[sums.length >> 1] ?? 0;
}

/** Offsets from `first` of the firsts of months. */
function firstsOfMonths(first: Day, days: number): number[] {
  return Array.from({ length: days }, (_, day) => day).filter((day) => partsOf(first + day).date === 1);
}

/**
 * Tells batches from daily reports, by state and dataset, from the data alone. A state's report of a 1st is a
 * batch where the state does not report on the six days after and either nobody else does, or the report is
 * ten times the state's usual day: a small state may by chance report on a 1st and then not for a week.
 * The country's is one where the country falls silent after it.
 *
 * @param states how many units of the cube, after its districts, are states; the country is the last unit
 */
export function findBatches(cube: DayCube, states: number): Batches {
  const { days, units } = cube;
  const masks = new Uint8Array((states + 1) * days);
  const firsts = firstsOfMonths(cube.first, days);
  const among = new Set(firsts);
  DATASETS.forEach((_, dataset) => {
    const country = dailyCounts(cube, units - 1, dataset);
    const silent = new Map(firsts.map((day) => [day, standsAlone(country, day, days)]));
    for (let unit = 0; unit <= states; unit++) {
      const counts = dailyCounts(cube, units - 1 - states + unit, dataset);
      let usual: number | null = null;
      for (const day of firsts) {
        if (!counts.reported(day) || !standsAlone(counts, day, days)) continue;
        usual ??= usualDay(counts, among, days);
        if (silent.get(day) || counts.sum(day) >= BATCH_FACTOR * Math.max(usual, 1)) {
          masks[unit * days + day]! |= 1 << dataset;
        }
      }
    }
  });
  return { masks };
}

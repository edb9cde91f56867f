/** What repeats in a series: which phase each position shows, of the past and of the steps ahead of it. */
export interface Cycle {
  /** Phases there are, 1 for none: months of a year, weekdays. */
  readonly season: number;
  /** Phase (0 .. season − 1) of every position, the past's and then the horizon's. */
  readonly phases: Uint16Array;
}

/** Equally spaced values: the phases follow one another, phase 0 first. */
export const regularCycle = (season: number, length: number): Cycle => ({
  season,
  phases: Uint16Array.from({ length }, (_, at) => at % season),
});

/** One day of a series. `value` is null where no report was filed. */
export interface Point {
  readonly date: string;
  readonly value: number | null;
  readonly reported: boolean;
  /** Whether it is the sum of a whole month, dated its first day. */
  readonly batch: boolean;
}

/** A series told apart into what was published as monthly sums and what was published by day. */
export interface Parts {
  /** Each dated the first of its month. */
  readonly batches: readonly Point[];
  /** Every day from the country's first daily report to its last; a day without one, or with a batch alone, is silent. */
  readonly days: readonly Point[];
}

/**
 * Tells a place's series apart: its batches, and its days from the country's first daily report to its last.
 * @param national the country's daily series of the same measure
 */
export function partsOf(series: readonly Point[], national: readonly Point[]): Parts {
  const batches = series.filter(({ batch }) => batch);
  const daily = national.filter(({ reported, batch }) => reported && !batch);
  const [first, last] = [daily[0]?.date, daily.at(-1)?.date];
  if (first === undefined || last === undefined) return { batches, days: [] };
  return {
    batches,
    days: series
      .filter(({ date }) => date >= first && date <= last)
      .map((point) => (point.batch ? { ...point, value: null, reported: false } : point)),
  };
}

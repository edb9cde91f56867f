import { dayOf, isoOf } from "../format/date.ts";

/** One day of a series. `value` is null where no report was filed. */
export interface Point {
  readonly date: string;
  readonly value: number | null;
  readonly reported: boolean;
}

/** A series told apart into what was published as monthly sums and what was published by day. */
export interface Parts {
  /** Each dated the first of its month. */
  readonly batches: readonly Point[];
  /** Every day from the country's first daily report to its last; a day without one, or with a batch alone, is silent. */
  readonly days: readonly Point[];
}

/** Days around a batch on which the country reports nothing: daily reports pause for a Sunday or a feast at most. */
const QUIET_BEFORE = 3;
const QUIET_AFTER = 6;

/**
 * The dates on which a month was published as one sum: the 1st, where the whole country is silent on the days
 * around it. A single place cannot tell, since a small one may by chance report on the 1st alone.
 *
 * @param national the country's daily series of the same measure
 */
export function batchDates(national: readonly Point[]): Set<string> {
  const reported = new Set(national.filter((point) => point.reported).map(({ date }) => dayOf(date)));
  const isLone = (day: number) => {
    for (let other = day - QUIET_BEFORE; other <= day + QUIET_AFTER; other++) {
      if (other !== day && reported.has(other)) return false;
    }
    return true;
  };
  return new Set([...reported].map(isoOf).filter((date) => date.endsWith("-01") && isLone(dayOf(date))));
}

/** Tells a place's series apart by the country's calendar. */
export function partsOf(series: readonly Point[], national: readonly Point[]): Parts {
  const dates = batchDates(national);
  const daily = national.filter(({ date, reported }) => reported && !dates.has(date));
  const [first, last] = [daily[0]?.date, daily.at(-1)?.date];
  if (first === undefined || last === undefined) return { batches: batchesOf(series, dates), days: [] };
  return {
    batches: batchesOf(series, dates),
    days: series
      .filter(({ date }) => date >= first && date <= last)
      .map((point) => (dates.has(point.date) ? { date: point.date, value: null, reported: false } : point)),
  };
}

function batchesOf(series: readonly Point[], dates: ReadonlySet<string>): Point[] {
  return series.filter(({ date, reported }) => reported && dates.has(date));
}

import type { FixtureRow } from "../fixture.ts";
import { COUNTS_OF, DATASETS, type Metric, REPORTS_OF } from "../metric.ts";

/** A state or the country as what the codes of its districts begin with. */
export type Region = string;

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const monthOf = (day: number) => isoOf(day).slice(0, 7);

/** The reporting calendar by going through all rows again for every question: what tests hold the calendar against. */
export class NaiveCalendar {
  readonly #rows: readonly FixtureRow[];

  constructor(rows: readonly FixtureRow[]) {
    this.#rows = rows;
  }

  #sum(region: Region, dataset: number, day: number): number | null {
    const rows = this.#rows.filter(
      (row) => row.district.startsWith(region) && row.date === day && row.reports & (1 << dataset),
    );
    const counts = COUNTS_OF[DATASETS[dataset]!];
    return rows.length === 0
      ? null
      : rows.reduce((sum, row) => sum + counts.reduce((all, count) => all + row.counts[count]!, 0), 0);
  }

  #alone(region: Region, dataset: number, day: number): boolean {
    const last = Math.max(...this.#rows.map((row) => row.date));
    const around = [1, 2, 3, 4, 5, 6].flatMap((far) =>
      day + 6 > last ? [day - far, day + far] : [day + far],
    );
    return around.every((other) => this.#sum(region, dataset, other) === null);
  }

  /** Whether the region's report of a dataset on a day is a monthly batch. */
  isBatch(region: Region, dataset: number, day: number): boolean {
    const sum = this.#sum(region, dataset, day);
    if (!isoOf(day).endsWith("-01") || sum === null || !this.#alone(region, dataset, day)) return false;
    if (this.#alone("IN", dataset, day)) return true;
    const days = [...new Set(this.#rows.map((row) => row.date))].filter((one) => !isoOf(one).endsWith("-01"));
    const usual = days.flatMap((one) => this.#sum(region, dataset, one) ?? []).sort((a, b) => a - b);
    return sum >= 10 * Math.max(usual[Math.floor(usual.length / 2)] ?? 0, 1);
  }

  /** Kind of the day for the rows that `matches` takes; null where the day lies outside the data. */
  kind(matches: (row: FixtureRow) => boolean, metric: Metric, day: number, region?: Region): string | null {
    const dates = this.#rows.map((row) => row.date);
    if (day < Math.min(...dates) || day > Math.max(...dates)) return null;
    const reports = (on: number) =>
      this.#rows.filter((row) => matches(row) && row.date === on && row.reports & REPORTS_OF[metric]);
    const batchOn = (on: number) =>
      [0, 1, 2].some((dataset) =>
        reports(on).some(
          (row) =>
            REPORTS_OF[metric] & row.reports & (1 << dataset) &&
            this.isBatch(region ?? row.district.slice(0, 5), dataset, on),
        ),
      );
    if (reports(day).length > 0) return batchOn(day) ? "BATCH" : "REPORTED";
    const firstOfMonth = dates.find((one) => isoOf(one) === `${monthOf(day)}-01`);
    return firstOfMonth !== undefined && batchOn(firstOfMonth) ? "COVERED" : "SILENT";
  }
}

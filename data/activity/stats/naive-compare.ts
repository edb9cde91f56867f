import { NaiveCalendar } from "../calendar/naive.ts";
import type { FixtureRow } from "../fixture.ts";
import type { Metric } from "../metric.ts";
import type { DayRange, StatsQuery } from "../store.ts";

const MS = 86_400_000;
const at = (day: number) => new Date(day * MS);
const isoOf = (day: number) => at(day).toISOString().slice(0, 10);

/** First day of the calendar's bucket that holds the day; 0 without buckets. */
export function bucketStart(day: number, grain: StatsQuery["bucket"]): number {
  const year = at(day).getUTCFullYear();
  const month = at(day).getUTCMonth();
  switch (grain) {
    case null:
      return 0;
    case "DAY":
      return day;
    case "WEEK":
      return day - ((at(day).getUTCDay() + 6) % 7);
    case "MONTH":
      return Date.UTC(year, month, 1) / MS;
    case "QUARTER":
      return Date.UTC(year, month - (month % 3), 1) / MS;
    case "YEAR":
      return Date.UTC(year, 0, 1) / MS;
  }
}

/** The query's range cut at the calendar's buckets, by going through its days; each with its bucket's start. */
export function bucketsOf(query: StatsQuery): (DayRange & { readonly bucket: number })[] {
  const byBucket = new Map<number, { bucket: number; from: number; to: number }>();
  for (let day = query.from; day <= query.to; day++) {
    const bucket = bucketStart(day, query.bucket);
    const known = byBucket.get(bucket);
    if (known) known.to = day;
    else byBucket.set(bucket, { bucket, from: day, to: day });
  }
  return [...byBucket.values()];
}

/** The day n months earlier, by counting back from the end of the month where it has no such day. */
function monthsEarlier(day: number, months: number): number {
  const date = at(day);
  for (let dayOfMonth = date.getUTCDate(); ; dayOfMonth--) {
    const moved = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, dayOfMonth));
    if (moved.getUTCDate() === dayOfMonth) return moved.getTime() / MS;
  }
}

const endsMonth = (day: number) => isoOf(day + 1).endsWith("-01");

function earlier({ from, to }: DayRange, months: number): DayRange {
  let end = monthsEarlier(to, months);
  if (endsMonth(to)) while (!endsMonth(end)) end++;
  return { from: monthsEarlier(from, months), to: end };
}

function plainCounterpart(query: StatsQuery, own: DayRange): DayRange {
  if (query.compareTo === "PREVIOUS_MONTH") return earlier(own, 1);
  if (query.compareTo === "PREVIOUS_YEAR") return earlier(own, 12);
  const count = bucketsOf(query).length;
  if (query.bucket === "MONTH") return earlier(own, count);
  if (query.bucket === "QUARTER") return earlier(own, 3 * count);
  if (query.bucket === "YEAR") return earlier(own, 12 * count);
  const days = query.bucket === "WEEK" ? 7 * count : query.to - query.from + 1;
  return { from: own.from - days, to: own.to - days };
}

/** What each bucket is compared with, worked out day by day from the rows: what tests hold comparisons against. */
export function naiveCounterparts(
  query: StatsQuery,
  rows: readonly FixtureRow[],
  metrics: readonly Metric[],
): (DayRange & { readonly bucket: number; readonly aligned: boolean })[] {
  const calendar = new NaiveCalendar(rows);
  const dates = rows.map((row) => row.date);
  const [first, last] = [Math.min(...dates), Math.max(...dates)];
  const wholeCountry = query.places === null || query.places.some(({ level }) => level === "COUNTRY");
  const matches = (row: FixtureRow) =>
    wholeCountry ||
    query.places!.some(({ level, code }) =>
      level === "PINCODE"
        ? row.pincode === code
        : row.district === code || row.district.startsWith(`${code}/`),
    );
  const kinds = new Map<number, string>();
  for (let day = first; day <= last; day++) {
    const ofMetrics = metrics.map((metric) =>
      calendar.kind(matches, metric, day, wholeCountry ? "IN" : undefined),
    );
    kinds.set(day, ["BATCH", "REPORTED", "COVERED", "SILENT"].find((kind) => ofMetrics.includes(kind))!);
  }
  const speaksFor = (day: number) => {
    const kind = kinds.get(day);
    if (kind === "REPORTED") return 1;
    if (kind !== "BATCH") return 0;
    return (
      [...kinds].filter(
        ([other, one]) => one === "COVERED" && isoOf(other).slice(0, 7) === isoOf(day).slice(0, 7),
      ).length + 1
    );
  };
  const weight = ({ from, to }: DayRange) => {
    let sum = 0;
    for (let day = Math.max(from, first); day <= Math.min(to, last); day++) sum += speaksFor(day);
    return sum;
  };
  return bucketsOf(query).map(({ bucket, ...own }) => {
    const plain = plainCounterpart(query, own);
    const wanted = weight(own);
    const before = [...kinds.keys()].filter((day) => day <= plain.to && speaksFor(day) > 0).reverse();
    if (query.bucket === "DAY" || wanted === 0 || weight(plain) === wanted || before.length === 0) {
      return { bucket, ...plain, aligned: false };
    }
    const off = (from: number) => Math.abs(weight({ from, to: plain.to }) - wanted);
    const from = before.reduce((best, day) => (off(day) < off(best) ? day : best));
    return { bucket, from, to: plain.to, aligned: true };
  });
}

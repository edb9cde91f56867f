import fc from "fast-check";
import type { Place } from "../places/place.ts";
import { type FixtureRow, fixtureGazetteer } from "./fixture.ts";
import { COUNTS, METRICS, REPORTS_OF } from "./metric.ts";
import type { Aspect, Comparison, Condition, Dimension, Measure, StatsQuery, TimeGrain } from "./store.ts";

/** Report dates of arbitrary rows: sixty days around a change of year, so that every grain has an edge inside. */
export const FIRST_DAY = 20_058;
const SECOND_FIRST = FIRST_DAY + 31;
export const LAST_DAY = FIRST_DAY + 59;

const gazetteer = fixtureGazetteer();
const places: readonly Place[] = [
  gazetteer.country,
  ...gazetteer.states,
  ...gazetteer.districts,
  ...gazetteer.pincodes,
];

const reportedCounts = (reports: number, counts: readonly number[]) =>
  counts.map((value, count) => (reports & REPORTS_OF[COUNTS[count]!] ? value : 0));

/** A row whose counts are zero wherever its dataset did not report; some counts are huge, many are zero. */
export const arbitraryRow: fc.Arbitrary<FixtureRow> = fc
  .record({
    pincode: fc.constantFrom(...gazetteer.pincodes.map((place) => place.code)),
    district: fc.constantFrom(...gazetteer.districts.map((place) => place.code)),
    date: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    reports: fc.integer({ min: 1, max: 7 }),
    counts: fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.nat(8_000_000)), { minLength: 7, maxLength: 7 }),
  })
  .map((row) => ({ ...row, counts: reportedCounts(row.reports, row.counts) }));

export const arbitraryRows = fc.array(arbitraryRow, { minLength: 1, maxLength: 120 });

/** Few rows, most of them on or about the firsts of two months, so that batches and their near misses abound. */
export const rowsAroundFirsts = fc.array(
  fc
    .tuple(
      arbitraryRow,
      fc.constantFrom(FIRST_DAY, SECOND_FIRST),
      fc.constantFrom(0, 0, 0, 1, 2, 5, 6, 7, 8, 20, -1, -2, -6, -7),
      fc.constantFrom(0, 1, 10, 100),
    )
    .map(([one, first, offset, count]) => ({
      ...one,
      date: Math.max(first + offset, FIRST_DAY),
      counts: one.counts.map((value) => (value > 0 ? count : 0)),
    })),
  { minLength: 1, maxLength: 12 },
);

export const arbitraryPlaces = fc.array(fc.constantFrom(...places), { maxLength: 4 });

export const arbitraryMetric = fc.constantFrom(...METRICS);

export const arbitraryGrain: fc.Arbitrary<TimeGrain | null> = fc.constantFrom(
  null,
  "DAY",
  "WEEK",
  "MONTH",
  "QUARTER",
  "YEAR",
);

/** Ranges within, across and outside the data, some of a single day, some the wrong way round. */
export const arbitraryRange = fc.record({
  from: fc.integer({ min: FIRST_DAY - 20, max: LAST_DAY + 20 }),
  to: fc.integer({ min: FIRST_DAY - 20, max: LAST_DAY + 20 }),
});

const PLAIN = ["SUM", "PER_REPORT_DAY", "SHARE_OF_TOTAL", "CUMULATIVE", "ROLLING_MEAN_7", "RANK"] as const;
const COMPARING = ["PREVIOUS", "CHANGE", "CHANGE_RATIO"] as const;

const arbitraryComparison = fc.constantFrom<Comparison[]>(
  "PREVIOUS_PERIOD",
  "PREVIOUS_MONTH",
  "PREVIOUS_YEAR",
);

const measureOf = (comparing: boolean): fc.Arbitrary<Measure> =>
  fc.record({
    metric: arbitraryMetric,
    aspect: fc.constantFrom<Aspect[]>(...PLAIN, ...(comparing ? COMPARING : [])),
  });

const arbitraryBound = fc.option(fc.oneof(fc.nat(3), fc.nat(60_000_000), fc.constant(0.25)), {
  nil: undefined,
});

const conditionOf = (comparing: boolean): fc.Arbitrary<Condition> =>
  fc
    .tuple(
      measureOf(comparing),
      fc.record({ gt: arbitraryBound, gte: arbitraryBound, lt: arbitraryBound, lte: arbitraryBound }),
    )
    .map(([measure, bounds]) => ({ ...measure, ...bounds }));

const statsOf = (compareTo: Comparison | null): fc.Arbitrary<StatsQuery> =>
  fc
    .record({
      range: arbitraryRange,
      places: fc.option(fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 4 })),
      groupBy: fc.subarray<Dimension>(["STATE", "DISTRICT", "PINCODE"]),
      bucket: arbitraryGrain,
      having: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        fc.array(conditionOf(compareTo !== null), { maxLength: 2 }),
      ),
      measures: fc.array(measureOf(compareTo !== null), { minLength: 1, maxLength: 3 }),
      order: fc.option(
        fc.record({
          by: measureOf(compareTo !== null),
          direction: fc.constantFrom<"ASC" | "DESC">("ASC", "DESC"),
        }),
      ),
      first: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ range, order, ...query }) => ({
      ...query,
      ...range,
      compareTo,
      after: null,
      orderBy: order === null ? null : { ...order.by, direction: order.direction },
    }));

/** Stats queries of every kind, half of them comparing. */
export const arbitraryStats: fc.Arbitrary<StatsQuery> = fc.option(arbitraryComparison).chain(statsOf);

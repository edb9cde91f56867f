import fc from "fast-check";
import type { Place } from "../places/place.ts";
import { type FixtureRow, fixtureGazetteer } from "./fixture.ts";
import { COUNTS, METRICS, REPORTS_OF } from "./metric.ts";
import type { Dimension, Measure, StatsQuery, TimeGrain } from "./store.ts";

/** Report dates of arbitrary rows: sixty days around a change of year, so that every grain has an edge inside. */
export const FIRST_DAY = 20_058;
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
    counts: fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.nat(40_000_000)), { minLength: 7, maxLength: 7 }),
  })
  .map((row) => ({ ...row, counts: reportedCounts(row.reports, row.counts) }));

export const arbitraryRows = fc.array(arbitraryRow, { minLength: 1, maxLength: 120 });

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

const arbitraryMeasure: fc.Arbitrary<Measure> = fc.record({
  metric: arbitraryMetric,
  aspect: fc.constantFrom("SUM", "SHARE_OF_TOTAL", "RANK"),
});

export const arbitraryStats: fc.Arbitrary<StatsQuery> = fc
  .record({
    range: arbitraryRange,
    places: fc.option(fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 4 })),
    groupBy: fc.subarray<Dimension>(["STATE", "DISTRICT", "PINCODE"]),
    bucket: arbitraryGrain,
    measures: fc.array(arbitraryMeasure, { minLength: 1, maxLength: 3 }),
    order: fc.option(
      fc.record({ by: arbitraryMeasure, direction: fc.constantFrom<"ASC" | "DESC">("ASC", "DESC") }),
    ),
    first: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ range, order, ...query }) => ({
    ...query,
    ...range,
    after: null,
    orderBy: order === null ? null : { ...order.by, direction: order.direction },
  }));

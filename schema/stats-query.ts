import type {
  ActivityStore,
  Comparison,
  Dimension,
  Measure,
  StatsQuery,
  TimeGrain,
} from "../data/activity/store.ts";
import { countBuckets, countGroups } from "./estimate.ts";
import { pageSize } from "./page.ts";
import { placesOf } from "./place-codes.ts";
import { rangeWithin } from "./range.ts";
import { conditionsOf, dimensionsOf, type GivenCondition, type GivenOrder, orderOf } from "./stats-input.ts";

/** Rows of a page where the caller names no size. */
export const FIRST = 100;

type Given<T> = T | null | undefined;

/** The arguments of `stats`, coerced. */
export interface StatsArguments {
  readonly where?: Given<{
    readonly places?: Given<readonly string[]>;
    readonly from?: Given<number>;
    readonly to?: Given<number>;
  }>;
  readonly groupBy?: Given<readonly Dimension[]>;
  readonly bucket?: Given<TimeGrain>;
  readonly compareTo?: Given<Comparison>;
  readonly having?: Given<readonly GivenCondition[]>;
  readonly orderBy?: Given<GivenOrder>;
  readonly first?: Given<number>;
  readonly after?: Given<string>;
}

/**
 * What the store is asked for these arguments of `stats`.
 * @throws Fault BAD_USER_INPUT or NOT_FOUND saying which argument is wrong and what would be right
 */
export function statsQueryOf(
  { dataset, gazetteer }: Pick<ActivityStore, "dataset" | "gazetteer">,
  { where, groupBy, bucket, compareTo, having, orderBy, first, after }: StatsArguments,
  measures: readonly Measure[],
): StatsQuery {
  return {
    ...rangeWithin(dataset, where ?? {}),
    places: placesOf(gazetteer, where?.places?.map(String), "where.places"),
    groupBy: dimensionsOf(groupBy),
    bucket: bucket ?? null,
    compareTo: compareTo ?? null,
    having: conditionsOf(having),
    measures,
    orderBy: orderOf(orderBy),
    first: pageSize(first, FIRST),
    after: after ?? null,
  };
}

/** At most how many cells a measure has in the answer, before any store is asked; those compared with count too. */
export function countCells({
  where,
  groupBy,
  bucket,
  compareTo,
}: Omit<StatsArguments, "having" | "orderBy">): number {
  const groups = countGroups(groupBy, where?.places?.map(String));
  return groups * countBuckets(bucket, where ?? {}) * (compareTo == null ? 1 : 2);
}

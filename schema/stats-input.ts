import type { Condition, Dimension, Direction, Measure, StatsQuery } from "../data/activity/store.ts";
import { Fault } from "../data/fault.ts";
import { AspectEnum } from "./aspect.ts";
import { builder } from "./builder.ts";
import { DirectionEnum } from "./direction.ts";
import { MetricEnum } from "./metric.ts";
import { FROM, TO } from "./range.ts";

/** The most conditions one query may set. */
const MAX_CONDITIONS = 10;

export const DimensionEnum = builder.enumType("Dimension", {
  description: "What to group by.",
  values: {
    STATE: { description: "The state of the district a count was published for." },
    DISTRICT: { description: "The district a count was published for." },
    PINCODE: { description: "The pincode a count was published for; it may lie in several districts." },
  } as const,
});

export const ComparisonEnum = builder.enumType("Comparison", {
  description:
    "With what a period is compared. Where the compared days' reports speak for more or fewer days than the period's own, its beginning is moved until they speak for as many (a batch speaks for its month); meta says so. Buckets of a day stay with their calendar day.",
  values: {
    PREVIOUS_PERIOD: {
      description:
        "The same number of days right before; with buckets, each with the one as many buckets before as the range has.",
    },
    PREVIOUS_MONTH: {
      description: "The same days of the month before; a month's last day answers to the last day.",
    },
    PREVIOUS_YEAR: { description: "The same days of the year before." },
  } as const,
});

export const ActivityFilter = builder.inputType("ActivityFilter", {
  description: "Which counts to take. All of what is given must hold.",
  fields: (t) => ({
    places: t.idList({
      description:
        "Codes of places, at most 1000: counts of any of them, each count once. All where left out.",
    }),
    from: t.field({ type: "Date", description: FROM }),
    to: t.field({ type: "Date", description: TO }),
  }),
});

export const MetricCondition = builder.inputType("MetricCondition", {
  description:
    "Bounds of a row's value, at least one; all that are given must hold. An absent value keeps none.",
  fields: (t) => ({
    metric: t.field({ type: MetricEnum, required: true, description: "What is counted." }),
    aspect: t.field({ type: AspectEnum, defaultValue: "SUM", description: "What is looked at of it." }),
    gt: t.float({ description: "The value must be greater." }),
    gte: t.float({ description: "The value must be as great or greater." }),
    lt: t.float({ description: "The value must be less." }),
    lte: t.float({ description: "The value must be as little or less." }),
  }),
});

export const StatsOrder = builder.inputType("StatsOrder", {
  description:
    "The order of rows. Absent values come last; ties go by code of the finest place, then by date.",
  fields: (t) => ({
    metric: t.field({ type: MetricEnum, required: true, description: "What is counted." }),
    aspect: t.field({ type: AspectEnum, defaultValue: "SUM", description: "What is compared of it." }),
    direction: t.field({ type: DirectionEnum, defaultValue: "DESC", description: "Direction of the order." }),
  }),
});

type Given<T> = T | null | undefined;
type GivenMeasure = Pick<Measure, "metric"> & { readonly aspect?: Given<Measure["aspect"]> };
export type GivenCondition = GivenMeasure & Omit<Condition, keyof Measure>;
export type GivenOrder = GivenMeasure & { readonly direction?: Given<Direction> };

/** @throws Fault BAD_USER_INPUT where a dimension is named twice */
export function dimensionsOf(groupBy: Given<readonly Dimension[]>): readonly Dimension[] {
  const twice = groupBy?.find((one, at) => groupBy.indexOf(one) !== at);
  if (twice === undefined) return groupBy ?? [];
  throw new Fault("BAD_USER_INPUT", `groupBy names ${twice} twice: name each dimension once.`);
}

/** @throws Fault BAD_USER_INPUT where a condition sets no bound or one that nothing can keep, or there are too many */
export function conditionsOf(having: Given<readonly GivenCondition[]>): Condition[] {
  if (having != null && having.length > MAX_CONDITIONS) {
    throw new Fault("BAD_USER_INPUT", `having sets ${having.length} conditions: at most ${MAX_CONDITIONS}.`);
  }
  return (having ?? []).map(({ metric, aspect, gt, gte, lt, lte }, at) => {
    if ([gt, gte, lt, lte].every((bound) => bound == null)) {
      throw new Fault(
        "BAD_USER_INPUT",
        `having[${at}] sets no bound for ${metric}: give at least one of gt, gte, lt, lte.`,
      );
    }
    const low = Math.max(gt ?? Number.NEGATIVE_INFINITY, gte ?? Number.NEGATIVE_INFINITY);
    const high = Math.min(lt ?? Number.POSITIVE_INFINITY, lte ?? Number.POSITIVE_INFINITY);
    if (low > high) {
      throw new Fault(
        "BAD_USER_INPUT",
        `having[${at}] asks ${metric} to be above ${low} and below ${high}: nothing can be both.`,
      );
    }
    return { metric, aspect: aspect ?? "SUM", gt, gte, lt, lte };
  });
}

/** The order asked for, its defaults filled in. */
export function orderOf(order: Given<GivenOrder>): StatsQuery["orderBy"] {
  if (order == null) return null;
  return { metric: order.metric, aspect: order.aspect ?? "SUM", direction: order.direction ?? "DESC" };
}

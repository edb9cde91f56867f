import { assertObjectType, type GraphQLResolveInfo } from "graphql";
import type { Dimension, Measure, StatsResult } from "../data/activity/store.ts";
import { Fault } from "../data/fault.ts";
import { AspectEnum } from "./aspect.ts";
import { builder } from "./builder.ts";
import { DirectionEnum } from "./direction.ts";
import { countBuckets, countGroups, countPage } from "./estimate.ts";
import { measuresAsked } from "./measures.ts";
import { MetricEnum } from "./metric.ts";
import { PageInfo, pageSize } from "./page.ts";
import { placesOf } from "./place-codes.ts";
import { FROM, rangeOf, TO } from "./range.ts";
import { columnsOf, type RowShape, StatsRow } from "./stats-row.ts";
import { TimeGrainEnum } from "./time-grain.ts";

const FIRST = 100;

/** Cost of one (group, bucket, measure) added up in the store beside that of a field in the answer. */
const CELL_COST = 0.002;

interface Connection {
  readonly result: StatsResult;
  readonly columns: ReadonlyMap<string, number>;
  readonly datasetVersion: string;
}

const DimensionEnum = builder.enumType("Dimension", {
  description: "What to group by.",
  values: {
    STATE: { description: "The state of the district a count was published for." },
    DISTRICT: { description: "The district a count was published for." },
    PINCODE: { description: "The pincode a count was published for; it may lie in several districts." },
  } as const,
});

const ActivityFilter = builder.inputType("ActivityFilter", {
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

const StatsOrder = builder.inputType("StatsOrder", {
  description:
    "The order of rows. Absent values come last; ties go by code of the finest place, then by date.",
  fields: (t) => ({
    metric: t.field({ type: MetricEnum, required: true, description: "What is counted." }),
    aspect: t.field({ type: AspectEnum, defaultValue: "SUM", description: "What is compared of it." }),
    direction: t.field({ type: DirectionEnum, defaultValue: "DESC", description: "Direction of the order." }),
  }),
});

const StatsMeta = builder.objectRef<Connection>("StatsMeta");
StatsMeta.implement({
  description:
    "What the answer rests on. Days are those of the range within the data on which the matched places, taken together, reported any of the metrics asked for: reportDays + coveredDays + missingDays.",
  fields: (t) => ({
    datasetVersion: t.exposeString("datasetVersion", {
      description: "Version of the dataset that answered.",
    }),
    reportDays: t.int({
      description: "Days with a report, those of monthly batches among them.",
      resolve: ({ result }) => result.days.reportDays,
    }),
    batches: t.int({
      description: "Report days that bear a batch: the counts of a whole month, dated its 1st.",
      resolve: ({ result }) => result.days.batches,
    }),
    coveredDays: t.int({
      description: "Days without a report of their own in the month of a batch, which speaks for them.",
      resolve: ({ result }) => result.days.coveredDays,
    }),
    missingDays: t.int({
      description: "Days with neither a report nor a batch that speaks for them.",
      resolve: ({ result }) => result.days.missingDays,
    }),
  }),
});

const StatsConnection = builder.objectRef<Connection>("StatsConnection");
StatsConnection.implement({
  description: "A page of an aggregation.",
  fields: (t) => ({
    totalGroups: t.int({
      description:
        "Rows that matched, before first and after: groups times the buckets in which they reported.",
      resolve: ({ result }) => result.totalGroups,
    }),
    rows: t.field({
      type: [StatsRow],
      complexity: { field: 1, multiplier: 1 },
      description: "The rows of this page, in the order asked for.",
      resolve: ({ result, columns }): RowShape[] => result.rows.map((row) => ({ row, columns })),
    }),
    total: t.field({
      type: StatsRow,
      description: "Everything that matched, before first/after.",
      resolve: ({ result, columns }) => ({ row: result.total, columns }),
    }),
    pageInfo: t.field({
      type: PageInfo,
      description: "Where this page ends.",
      resolve: ({ result }) => result,
    }),
    meta: t.field({
      type: StatsMeta,
      description: "What the answer rests on.",
      resolve: (connection) => connection,
    }),
  }),
});

function dimensionsOf(groupBy: readonly Dimension[] | null | undefined): readonly Dimension[] {
  const twice = groupBy?.find((one, at) => groupBy.indexOf(one) !== at);
  if (twice === undefined) return groupBy ?? [];
  throw new Fault("BAD_USER_INPUT", `groupBy names ${twice} twice: name each dimension once.`);
}

function measuresOf(info: GraphQLResolveInfo): Measure[] {
  const value = assertObjectType(info.schema.getType("StatsRow")).getFields().value!;
  return measuresAsked(info.fieldNodes, ["rows", "total"], value, info);
}

builder.queryField("stats", (t) =>
  t.field({
    type: StatsConnection,
    description: "Ad-hoc aggregation over every (date, pincode, district) count.",
    args: {
      where: t.arg({ type: ActivityFilter, description: "Which counts; all where left out." }),
      groupBy: t.arg({
        type: [DimensionEnum],
        defaultValue: [],
        description: "Dimensions to group by, each once; none makes one group of everything.",
      }),
      bucket: t.arg({
        type: TimeGrainEnum,
        description: "Length of time buckets; the whole range where left out.",
      }),
      orderBy: t.arg({
        type: StatsOrder,
        description: "Order of rows; by place code, then date, where left out.",
      }),
      first: t.arg.int({ defaultValue: FIRST, description: "Size of the page, from 1 to 1000." }),
      after: t.arg.string({ description: "The endCursor of the page before this one." }),
    },
    complexity: ({ where, groupBy, bucket, first }) => {
      const cells = countGroups(groupBy, where?.places?.map(String)) * countBuckets(bucket, where ?? {});
      const rows = Math.min(countPage(first, FIRST), cells);
      return { field: 10 + cells * CELL_COST, multiplier: Math.max(rows + cells * CELL_COST, 1) };
    },
    resolve: async (_, { where, groupBy, bucket, orderBy, first, after }, { store, signal }, info) => {
      const measures = measuresOf(info);
      const query = {
        ...rangeOf(store.dataset, where ?? {}),
        places: placesOf(store.gazetteer, where?.places?.map(String), "where.places"),
        groupBy: dimensionsOf(groupBy),
        bucket: bucket ?? null,
        measures,
        orderBy: orderBy
          ? {
              metric: orderBy.metric,
              aspect: orderBy.aspect ?? "SUM",
              direction: orderBy.direction ?? "DESC",
            }
          : null,
        first: pageSize(first, FIRST),
        after: after ?? null,
      };
      const result = await store.stats(query, signal);
      return { result, columns: columnsOf(measures), datasetVersion: store.dataset.version };
    },
  }),
);

import { assertObjectType, type GraphQLResolveInfo } from "graphql";
import type { Measure, StatsResult } from "../data/activity/store.ts";
import { builder } from "./builder.ts";
import { CELL_COST, countPage } from "./estimate.ts";
import { measuresAsked } from "./measures.ts";
import { PageInfo } from "./page.ts";
import { ActivityFilter, ComparisonEnum, DimensionEnum, MetricCondition, StatsOrder } from "./stats-input.ts";
import { countCells, FIRST, statsQueryOf } from "./stats-query.ts";
import { columnsOf, type RowShape, StatsRow } from "./stats-row.ts";
import { TimeGrainEnum } from "./time-grain.ts";

interface Connection {
  readonly result: StatsResult;
  readonly columns: ReadonlyMap<string, number>;
  readonly datasetVersion: string;
}

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
    comparedFrom: t.field({
      type: "Date",
      nullable: true,
      description: "First day compared with. Null without compareTo.",
      resolve: ({ result }) => result.compared?.from,
    }),
    comparedTo: t.field({
      type: "Date",
      nullable: true,
      description: "Last day compared with. Null without compareTo.",
      resolve: ({ result }) => result.compared?.to,
    }),
    comparedReportDays: t.int({
      nullable: true,
      description: "Days with a report among those compared with, over all buckets. Null without compareTo.",
      resolve: ({ result }) => result.compared?.reportDays,
    }),
    comparedAligned: t.boolean({
      nullable: true,
      description:
        "Whether the compared period begins on another day than the calendar's counterpart, so that its reports speak for as many days as the period's own. Null without compareTo.",
      resolve: ({ result }) => result.compared?.aligned,
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
      compareTo: t.arg({
        type: ComparisonEnum,
        description: "The period that PREVIOUS, CHANGE and CHANGE_RATIO compare with.",
      }),
      having: t.arg({
        type: [MetricCondition],
        description:
          "Which rows are listed, counted and totalled: all conditions must hold. Shares and ranks stay those among all rows.",
      }),
      orderBy: t.arg({
        type: StatsOrder,
        description: "Order of rows; by place code, then date, where left out.",
      }),
      first: t.arg.int({ defaultValue: FIRST, description: "Size of the page, from 1 to 1000." }),
      after: t.arg.string({ description: "The endCursor of the page before this one." }),
    },
    complexity: ({ first, ...args }) => {
      const cells = countCells(args);
      const rows = Math.min(countPage(first, FIRST), cells);
      return { field: 10 + cells * CELL_COST, multiplier: Math.max(rows + cells * CELL_COST, 1) };
    },
    resolve: async (_, args, { store, signal }, info) => {
      const measures = measuresOf(info);
      const query = statsQueryOf(store, args, measures);
      const result = await store.stats(query, signal);
      return { result, columns: columnsOf(measures), datasetVersion: store.dataset.version };
    },
  }),
);

import { Fault } from "../../fault.ts";
import { bucketEdges } from "../calendar/bucket.ts";
import { countKinds, dayKinds } from "../calendar/day-kinds.ts";
import { select } from "../cubes/selection.ts";
import type { ActivityTables } from "../cubes/tables.ts";
import type { Day } from "../day.ts";
import { type Metric, REPORTS_OF } from "../metric.ts";
import type { Measure, StatsQuery, StatsResult, StatsRow } from "../store.ts";
import { type Aggregate, aggregate } from "./aggregate.ts";
import { ANSWERED_ASPECTS, type AnsweredAspect, isAnswered, view } from "./aspect.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { type Groups, group } from "./groups.ts";
import { topCells } from "./order.ts";

/** Groups × buckets × metrics beyond which a query is refused: 64 MB of sums. */
const MAX_CELLS = 8_000_000;

type AnsweredMeasure = Measure & { readonly aspect: AnsweredAspect };

function answered(measure: Measure): AnsweredMeasure {
  const { metric, aspect } = measure;
  if (isAnswered(aspect)) return { metric, aspect };
  throw new Fault(
    "BAD_USER_INPUT",
    `The aspect ${aspect} is not answered; these are: ${ANSWERED_ASPECTS.join(", ")}.`,
  );
}

/** The edges of the query's buckets that the data reach into, so that no cell is kept for a time without rows. */
function liveEdges(tables: ActivityTables, query: StatsQuery): Day[] {
  const edges = bucketEdges(query, query.bucket);
  const start = edges.findIndex((edge) => edge > tables.first) - 1;
  const end = edges.findIndex((edge) => edge > tables.last);
  if (edges.length < 2 || start === -2 || end === 0) return [query.from];
  return edges.slice(Math.max(start, 0), end === -1 ? edges.length : end + 1);
}

function refuseTooLarge(groups: Groups, buckets: number, metrics: number): void {
  const cells = groups.count * buckets * metrics;
  if (cells <= MAX_CELLS) return;
  throw new Fault(
    "COST_LIMIT",
    `The query spans ${cells} cells (${groups.count} groups × ${buckets} buckets × ${metrics} metrics); ` +
      `the limit is ${MAX_CELLS}. Narrow \`where\`, take a coarser \`bucket\` or ask fewer metrics.`,
    { cost: cells, limit: MAX_CELLS },
  );
}

function reportedCells(result: Aggregate): Uint32Array {
  let count = 0;
  for (const one of result.reported) count += one;
  const cells = new Uint32Array(count);
  for (let cell = 0, at = 0; cell < result.cells; cell++) if (result.reported[cell]) cells[at++] = cell;
  return cells;
}

/** What a page of this query may be continued by: everything but the page itself and what its rows carry. */
function listingOf(query: StatsQuery): string {
  const places = query.places?.map((place) => place.code).toSorted();
  return JSON.stringify([places ?? null, query.from, query.to, query.groupBy, query.bucket, query.orderBy]);
}

const present = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** The sum of what is not NaN; NaN where nothing is. */
function sumKnown(column: Float64Array): number {
  let sum = Number.NaN;
  for (const value of column) if (!Number.isNaN(value)) sum = Number.isNaN(sum) ? value : sum + value;
  return sum;
}

/** The row of everything that matched: SUM and share add up over all cells, a rank has nothing to be ranked among. */
function totalRow(query: StatsQuery, measures: readonly AnsweredMeasure[], result: Aggregate): StatsRow {
  const totals = measures.map(({ metric, aspect }) => {
    if (aspect === "RANK") return null;
    const sum = sumKnown(result.sums.get(metric)!);
    if (Number.isNaN(sum)) return null;
    if (aspect === "SUM") return sum;
    return sum === 0 ? null : 1;
  });
  return { places: [], from: query.from, to: query.to, values: totals };
}

/**
 * Answers a stats query from the prefix cubes: the district × day cube unless pincodes are named or grouped by.
 * A row stands for every (group, bucket) in which any dataset published a row, as SQL's GROUP BY has it.
 * Rows come in the order asked for; ties, and no order, go by the finest place's code, then by date.
 *
 * @throws Fault BAD_USER_INPUT for an aspect not answered or a foreign cursor, COST_LIMIT beyond MAX_CELLS
 */
export async function answerStats(
  tables: ActivityTables,
  version: string,
  query: StatsQuery,
  signal?: AbortSignal,
): Promise<StatsResult> {
  const measures = query.measures.map(answered);
  const order =
    query.orderBy === null ? null : { ...answered(query.orderBy), direction: query.orderBy.direction };
  const listing = listingOf(query);
  const offset = readCursor(query.after, version, listing);
  const metrics = [...new Set<Metric>([...measures, ...(order ? [order] : [])].map((one) => one.metric))];

  const selection = select(tables, query.places, query.groupBy);
  const groups = group(tables, selection, query.groupBy);
  const edges = liveEdges(tables, query);
  refuseTooLarge(groups, edges.length - 1, Math.max(metrics.length, 1));
  const result = await aggregate(selection, groups.groupOf, groups.count, edges, metrics, signal);

  const cells = reportedCells(result);
  const end = Math.min(offset + query.first, cells.length);
  const page = (order ? topCells(cells, view(result, order), order.direction, end) : cells).subarray(
    offset,
    end,
  );
  const columns = measures.map((measure) => view(result, measure));
  const datasets = metrics.reduce((mask, metric) => mask | REPORTS_OF[metric], 0) || REPORTS_OF.ACTIVITY;
  return {
    totalGroups: cells.length,
    rows: Array.from(page, (cell) => {
      const bucket = cell % result.buckets;
      return {
        places: groups.placesOf(Math.floor(cell / result.buckets)),
        from: edges[bucket]!,
        to: edges[bucket + 1]! - 1,
        values: columns.map((column) => present(column[cell]!)),
      };
    }),
    total: totalRow(query, measures, result),
    hasNextPage: end < cells.length,
    endCursor: page.length === 0 ? null : writeCursor(version, listing, end),
    days: countKinds(dayKinds(tables, select(tables, query.places, []), datasets, query)),
  };
}

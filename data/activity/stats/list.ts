import { Fault } from "../../fault.ts";
import { adjoining, bucketEdges } from "../calendar/bucket.ts";
import { countKinds, dayKinds } from "../calendar/day-kinds.ts";
import { type Selection, select } from "../cubes/selection.ts";
import type { ActivityTables } from "../cubes/tables.ts";
import type { Day } from "../day.ts";
import { type Metric, REPORTS_OF } from "../metric.ts";
import type { DayRange, Direction, Measure, StatsQuery, StatsResult, StatsRow } from "../store.ts";
import { type Aggregate, aggregate } from "./aggregate.ts";
import { isComparing, Views } from "./aspect.ts";
import { type Counterparts, counterparts } from "./compare.ts";
import { type Groups, group } from "./groups.ts";
import { filterCells } from "./having.ts";
import { reportDaysByCell, reportDaysOfCells } from "./report-days.ts";
import { totalOf } from "./total.ts";

/** Groups × buckets × metrics beyond which a query is refused: 64 MB of sums. */
const MAX_CELLS = 8_000_000;

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

/** Everything whose value the answer needs, in whatever place of it. */
const measuresOf = ({ measures, orderBy, having }: StatsQuery): readonly Measure[] => [
  ...measures,
  ...having,
  ...(orderBy ? [orderBy] : []),
];

function refuseComparing(query: StatsQuery): void {
  const comparing = query.compareTo === null && measuresOf(query).find(({ aspect }) => isComparing(aspect));
  if (!comparing) return;
  throw new Fault(
    "BAD_USER_INPUT",
    `${comparing.aspect} needs a period to compare with: give compareTo, e.g. PREVIOUS_PERIOD.`,
  );
}

interface Grouped {
  readonly selection: Selection;
  readonly groups: Groups;
}

/** Groups of the whole country by their dimensions, which most queries ask for: a few hundred kB each. */
const wholeCountry = new WeakMap<ActivityTables, Map<string, Grouped>>();

/** The units that the query is about and the groups they fall into. */
function grouped(tables: ActivityTables, { places, groupBy }: StatsQuery): Grouped {
  const make = (): Grouped => {
    const selection = select(tables, places, groupBy);
    return { selection, groups: group(tables, selection, groupBy) };
  };
  if (places !== null) return make();
  let known = wholeCountry.get(tables);
  if (known === undefined) {
    known = new Map();
    wholeCountry.set(tables, known);
  }
  const name = groupBy.join();
  let found = known.get(name);
  if (found === undefined) {
    found = make();
    known.set(name, found);
  }
  return found;
}

const present = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Everything a stats query gives, its rows not yet laid out: cells of the groups × buckets. */
export interface Listing extends Pick<StatsResult, "totalGroups" | "total" | "days" | "compared"> {
  /** The cells that matched, ascending: by code of the finest place, then by date. */
  readonly cells: Uint32Array;
  /** What to order by, per cell; null where nothing was asked. */
  readonly order: { readonly keys: Float64Array; readonly direction: Direction } | null;
  rowOf(cell: number): StatsRow;
}

/**
 * Computes a stats query from the prefix cubes: the district × day cube unless pincodes are named or grouped by.
 * A row stands for every (group, bucket) in which any dataset published a row, as SQL's GROUP BY has it.
 *
 * @throws Fault BAD_USER_INPUT for a comparing aspect without compareTo, COST_LIMIT beyond MAX_CELLS
 */
export async function list(
  tables: ActivityTables,
  query: StatsQuery,
  signal?: AbortSignal,
): Promise<Listing> {
  refuseComparing(query);
  const metrics = [...new Set<Metric>(measuresOf(query).map(({ metric }) => metric))];
  const datasets = metrics.reduce((mask, metric) => mask | REPORTS_OF[metric], 0) || REPORTS_OF.ACTIVITY;
  const calendarOf = (range: DayRange, mask = datasets) =>
    dayKinds(tables, select(tables, query.places, []), mask, range);

  const { selection, groups } = grouped(tables, query);
  const edges = liveEdges(tables, query);
  refuseTooLarge(groups, edges.length - 1, Math.max(metrics.length, 1) * (query.compareTo === null ? 1 : 2));
  const sum = (over: Counterparts["buckets"]) =>
    aggregate(selection, groups.groupOf, groups.count, over, metrics, signal);
  const current = await sum(adjoining(edges));
  const other =
    query.compareTo === null || edges.length < 2
      ? null
      : counterparts(query, edges, calendarOf({ from: tables.first, to: tables.last }));
  const previous = query.compareTo === null ? null : await sum(other?.buckets ?? adjoining(edges));

  const views = new Views({
    current,
    previous,
    reportDays: (metric) => reportDaysByCell(tables, selection, groups, edges, REPORTS_OF[metric]),
  });
  const cells = filterCells(reportedCells(current), query.having, views);
  const columns = query.measures.map((measure) => views.column(measure));
  const everyRow = query.having.length === 0;
  const matched = {
    cells: everyRow ? null : cells,
    current,
    previous,
    reportDays: (metric: Metric) =>
      everyRow
        ? countKinds(calendarOf(query, REPORTS_OF[metric])).reportDays
        : reportDaysOfCells(tables, selection, groups.groupOf, edges, REPORTS_OF[metric], cells),
  };
  const { orderBy } = query;
  return {
    cells,
    order: orderBy && { keys: views.column(orderBy), direction: orderBy.direction },
    rowOf(cell) {
      const bucket = cell % current.buckets;
      return {
        places: groups.placesOf(Math.floor(cell / current.buckets)),
        from: edges[bucket]!,
        to: edges[bucket + 1]! - 1,
        values: columns.map((column) => present(column[cell]!)),
      };
    },
    totalGroups: cells.length,
    total: {
      places: [],
      from: query.from,
      to: query.to,
      values: query.measures.map((measure) => present(totalOf(measure, matched))),
    },
    days: countKinds(calendarOf(query)),
    compared: other?.compared ?? null,
  };
}

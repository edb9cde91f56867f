import type { Place } from "../../places/place.ts";
import { adjoining, bucketEdges } from "../calendar/bucket.ts";
import type { Day } from "../day.ts";
import type { Metric } from "../metric.ts";
import type { SeriesQuery, SeriesResult, ValuesQuery } from "../store.ts";
import { dayUnitOf } from "./day-cube.ts";
import { wordsOf } from "./prefix.ts";
import { addSums, type Cube, makeSpans, spansOf } from "./spans.ts";
import type { ActivityTables } from "./tables.ts";

interface UnitRun {
  readonly cube: Cube;
  readonly from: number;
  readonly to: number;
}

/** The cube that holds a place and the run of its units: one district, state or country, or a pincode's pairs. */
function unitsOf({ days, pairs }: ActivityTables, place: Place): UnitRun {
  if (place.level === "PINCODE") {
    return { cube: pairs, from: pairs.pincodeStart[place.index]!, to: pairs.pincodeStart[place.index + 1]! };
  }
  const unit = dayUnitOf(days, place);
  return { cube: days, from: unit, to: unit + 1 };
}

/** A metric's sum per place and bucket, NaN where absent; cell = place * buckets + bucket. */
function sumCells(
  tables: ActivityTables,
  places: readonly Place[],
  metric: Metric,
  edges: readonly Day[],
): Float64Array {
  const buckets = edges.length - 1;
  const sums = new Float64Array(places.length * buckets).fill(Number.NaN);
  const runs = places.map((place) => unitsOf(tables, place));
  for (const cube of [tables.days, tables.pairs]) {
    const addSpans = spansOf(cube, adjoining(edges));
    const units = runs.reduce((count, run) => (run.cube === cube ? count + run.to - run.from : count), 0);
    const spans = makeSpans(units * buckets);
    runs.forEach((run, index) => {
      if (run.cube !== cube) return;
      for (let unit = run.from; unit < run.to; unit++) addSpans(unit, index * buckets, spans);
    });
    addSums(cube, wordsOf(metric), spans, sums);
  }
  return sums;
}

/** The metric's sum over the range per place, NaN where absent; two lookups a place. */
export function sumValues(tables: ActivityTables, { places, metric, from, to }: ValuesQuery): Float64Array {
  if (to < from) return new Float64Array(places.length).fill(Number.NaN);
  return sumCells(tables, places, metric, [from, to + 1]);
}

/** The metric's sum per bucket of the whole range, reported or not. */
export function sumSeries(tables: ActivityTables, query: SeriesQuery): SeriesResult {
  const edges = bucketEdges(query, query.bucket);
  const buckets = edges.length - 1;
  const sums = sumCells(tables, query.places, query.metric, edges);
  return {
    starts: edges.slice(0, -1),
    values: query.places.map((_, place) => sums.subarray(place * buckets, (place + 1) * buckets)),
  };
}

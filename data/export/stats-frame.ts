import type { ActivityStore, Aspect, Dimension, Measure, StatsQuery, StatsRow } from "../activity/store.ts";
import type { Gazetteer, Place } from "../places/place.ts";
import { aboutStats } from "./about.ts";
import type { Batch, Column, Frame } from "./frame.ts";

/** Aspects whose values are whole numbers. */
const WHOLE: ReadonlySet<Aspect> = new Set(["SUM", "PREVIOUS", "CHANGE", "CUMULATIVE", "RANK"]);

/** Names of a dimension's two columns: its code and its English name. */
const PLACE_COLUMNS: Readonly<Record<Dimension, readonly [string, string]>> = {
  STATE: ["state_code", "state"],
  DISTRICT: ["district_code", "district"],
  PINCODE: ["pincode", "area"],
};

function placesOf(gazetteer: Gazetteer, dimension: Dimension): readonly Place[] {
  if (dimension === "STATE") return gazetteer.states;
  return dimension === "DISTRICT" ? gazetteer.districts : gazetteer.pincodes;
}

/** Distinct texts, and the position among them of each text given. */
function distinct(texts: readonly string[]): { dictionary: string[]; positions: Uint32Array } {
  const dictionary = [...new Set(texts)];
  const at = new Map(dictionary.map((text, position) => [text, position]));
  return { dictionary, positions: Uint32Array.from(texts, (text) => at.get(text)!) };
}

interface FilledColumn {
  readonly column: Column;
  readonly value: (row: StatsRow) => number;
}

function placeColumns(gazetteer: Gazetteer, dimension: Dimension, at: number): FilledColumn[] {
  const places = placesOf(gazetteer, dimension);
  const [code, name] = PLACE_COLUMNS[dimension];
  const names = distinct(places.map((place) => place.name.EN));
  return [
    {
      column: { name: code, kind: "text", dictionary: places.map((place) => place.code) },
      value: ({ places }) => places[at]!.index,
    },
    {
      column: { name, kind: "text", dictionary: names.dictionary },
      value: ({ places }) => names.positions[places[at]!.index]!,
    },
  ];
}

/** The column of a measure: `enrolment` for its SUM, else its aspect behind it, such as `enrolment_rank`. */
export function measureColumn({ metric, aspect }: Measure): string {
  return (aspect === "SUM" ? metric : `${metric}_${aspect}`).toLowerCase();
}

function filledColumns(gazetteer: Gazetteer, { groupBy, measures }: StatsQuery): FilledColumn[] {
  return [
    ...groupBy.flatMap((dimension, at) => placeColumns(gazetteer, dimension, at)),
    { column: { name: "from", kind: "date" }, value: ({ from }) => from },
    { column: { name: "to", kind: "date" }, value: ({ to }) => to },
    ...measures.map((measure, at): FilledColumn => {
      const kind = WHOLE.has(measure.aspect) ? "integer" : "number";
      return {
        column: { name: measureColumn(measure), kind },
        value: ({ values }) => values[at] ?? Number.NaN,
      };
    }),
  ];
}

async function* batchesOf(
  rows: AsyncIterable<readonly StatsRow[]>,
  columns: readonly FilledColumn[],
): AsyncGenerator<Batch> {
  for await (const batch of rows) {
    yield { length: batch.length, values: columns.map(({ value }) => Float64Array.from(batch, value)) };
  }
}

/**
 * Every row of a stats query, whatever its page: code and English name of each dimension, first and last day of the
 * bucket, and a column per measure; NaN where absent.
 *
 * @param asked the query as an address that asks for it again
 * @throws Fault as the store's `list` does
 */
export async function statsFrame(
  store: ActivityStore,
  query: StatsQuery,
  asked: string,
  signal?: AbortSignal,
): Promise<Frame> {
  const listing = await store.list(query, signal);
  const columns = filledColumns(store.gazetteer, query);
  return {
    columns: columns.map(({ column }) => column),
    batches: batchesOf(listing.batches, columns),
    about: aboutStats(store.dataset, query, listing, asked),
  };
}

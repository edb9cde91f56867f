import { COUNTS, REPORTS_OF } from "../activity/metric.ts";
import type { ActivityRows } from "../activity/rows.ts";
import type { Gazetteer } from "../places/place.ts";
import type { Snapshot } from "../snapshot/read.ts";
import { aboutSnapshot } from "./about.ts";
import type { Batch, Column, Frame } from "./frame.ts";

/** Rows of a batch: a row group that engines read well, some 20 MB while it is encoded. */
export const BATCH_ROWS = 65_536;

const stateCode = (district: string): string => district.slice(0, district.indexOf("/"));

/** Positions in `dictionary`, for each district of the rows. */
interface Coded {
  readonly dictionary: readonly string[];
  readonly codes: Float64Array;
}

function code(texts: readonly (string | null)[]): Coded {
  const dictionary = [...new Set(texts)].filter((text) => text !== null);
  const position = new Map(dictionary.map((text, index) => [text, index]));
  const codes = Float64Array.from(texts, (text) => (text === null ? Number.NaN : position.get(text)!));
  return { dictionary, codes };
}

/** The four texts that follow from a row's district: a place that the gazetteer no longer knows has a code alone. */
function placeTexts(districts: readonly string[], gazetteer: Pick<Gazetteer, "find">): Coded[] {
  const nameOf = (place: string): string | null => gazetteer.find(place)?.name.EN ?? null;
  return [
    code(districts.map(stateCode)),
    code(districts.map((district) => nameOf(stateCode(district)))),
    code(districts),
    code(districts.map(nameOf)),
  ];
}

const PLACE_COLUMNS = ["state_code", "state", "district_code", "district"] as const;

function columnsOf(rows: ActivityRows, texts: readonly Coded[]): Column[] {
  return [
    { name: "date", kind: "date" },
    ...PLACE_COLUMNS.map((name, index): Column => {
      return { name, kind: "text", dictionary: texts[index]!.dictionary };
    }),
    { name: "pincode", kind: "text", dictionary: rows.pincodes },
    ...COUNTS.map((count): Column => ({ name: count.toLowerCase(), kind: "integer" })),
  ];
}

/** The counts of one column; NaN where its dataset did not report. */
function countsOf(rows: ActivityRows, count: number, from: number, to: number): Float64Array {
  const bit = REPORTS_OF[COUNTS[count]!];
  const counts = rows.counts[count]!;
  const values = new Float64Array(to - from);
  for (let row = from; row < to; row++) {
    values[row - from] = rows.reports[row]! & bit ? counts[row]! : Number.NaN;
  }
  return values;
}

function batchOf(rows: ActivityRows, texts: readonly Coded[], from: number, to: number): Batch {
  const districts = rows.district.subarray(from, to);
  return {
    length: to - from,
    values: [
      Float64Array.from(rows.date.subarray(from, to)),
      ...texts.map(({ codes }) => Float64Array.from(districts, (district) => codes[district]!)),
      Float64Array.from(rows.pincode.subarray(from, to)),
      ...COUNTS.map((_, count) => countsOf(rows, count, from, to)),
    ],
  };
}

function* batchesOf(rows: ActivityRows, texts: readonly Coded[], size: number): Generator<Batch> {
  for (let from = 0; from < rows.date.length; from += size) {
    yield batchOf(rows, texts, from, Math.min(from + size, rows.date.length));
  }
}

/**
 * The whole snapshot, a row per (date, district, pincode) in its own order (pincode, district, date): date, codes and
 * English names of state and district, pincode, and the seven counts: absent where their dataset published nothing
 * under this key, zero where it published zero.
 *
 * @param batchRows rows of a batch: they bound what an encoder holds in memory beside the snapshot
 */
export function snapshotFrame(
  { manifest, rows }: Pick<Snapshot, "manifest" | "rows">,
  gazetteer: Pick<Gazetteer, "find">,
  batchRows = BATCH_ROWS,
): Frame {
  const texts = placeTexts(rows.districts, gazetteer);
  return {
    columns: columnsOf(rows, texts),
    batches: batchesOf(rows, texts, batchRows),
    about: aboutSnapshot(manifest, rows),
  };
}

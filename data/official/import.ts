import { DATASETS } from "../activity/metric.ts";
import { Fault } from "../fault.ts";
import type { Mender } from "../places/mender.ts";
import type { Combined } from "./combine.ts";
import { combineAll, hire, threadsFor } from "./crew.ts";
import { type Discovery, discover } from "./discover.ts";
import { type Gathered, gather, scatter } from "./gather.ts";
import type { Ledger } from "./ledger.ts";
import { type MendedPlaces, mendPlaces } from "./mended-places.ts";
import type { ImportResult } from "./outcome.ts";
import { type Reading, readAll } from "./read-all.ts";
import { ledgerOf, reportOf } from "./taken.ts";
import { countRenamed, listMends, summarise } from "./tally.ts";

/** Files one snapshot can take: their index has 16 bits. */
const MOST_FILES = 2 ** 16;

export interface ImportProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  /** Lines read so far. */
  readonly rows: number;
  readonly file: string;
}

export interface ImportOptions {
  readonly mend: Mender;
  /** Called after chunks that this thread reads, and when all is read. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Bytes read at a time, 1 MiB unless told. The result does not depend on it. */
  readonly chunkBytes?: number;
  /** Threads to work on, this one included; as many as pay unless told. The result does not depend on it. */
  readonly threads?: number;
  /** Earlier files to add to: all but `files` of the result is then of them and the new ones together. */
  readonly onto?: Ledger;
}

function datasetsOf({ names, taken }: Reading): Uint8Array {
  const datasets = new Uint8Array(names.length);
  for (const { index, dataset } of taken) datasets[index] = DATASETS.indexOf(dataset);
  return datasets;
}

function resultOf(
  found: Discovery,
  { taken, recalled, names, refused, known }: Reading,
  gathered: Gathered,
  places: MendedPlaces,
  combined: Combined,
): ImportResult {
  const reports = taken.map((file) => reportOf(file, gathered, places, combined, names));
  return {
    rows: combined.rows,
    quality: summarise(reports, countRenamed(gathered.spellings, places), combined),
    files: reports.slice(recalled),
    known,
    refused: [...found.refused, ...refused],
    passedOver: found.passedOver,
    mends: listMends(gathered.spellings, places, combined.distinct),
    summed: combined.summed,
    ledger: ledgerOf(taken, gathered, places, combined, names),
  };
}

/**
 * Reads official CSV files of the three datasets into rows.
 *
 * A line is rejected, with a reason, where it cannot be read or its place is unknown. Of the readable ones, a
 * line equal in every field to an earlier one of its dataset, in whatever file, is a duplicate and dropped:
 * names equal byte for byte (quotes around them are no part of them), date, pincode and counts by value.
 * All else is kept, and summed by (date, district, pincode). Blank lines are no rows. The rows do not
 * depend on the order of the files, nor on which of them come with the ledger added to.
 *
 * Method: lines become packed integers with interned places, are grouped by place in one counting sort,
 * and each place's lines are compared and summed by day. Files are read, and places summed, by as many threads
 * as pay; what each read is renumbered as one reader would have met it. Memory: about 30 bytes a line read, and 60
 * a row.
 *
 * @param paths files, or folders searched for .csv at any depth
 * @throws Fault BAD_USER_INPUT where what the files say is more than a snapshot can hold
 */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportResult> {
  const found = await discover(paths);
  const held = options.onto?.names.length ?? 0;
  if (held + found.files.length > MOST_FILES) {
    const before = held === 0 ? "" : `, and ${held} were imported before`;
    throw new Fault(
      "BAD_USER_INPUT",
      `These are ${found.files.length} files${before}; a snapshot takes up to ${MOST_FILES}.`,
    );
  }
  const helpers = hire(options.threads ?? threadsFor(found.files));
  try {
    const reading = await readAll(found.files, helpers, options);
    const { gathered, job } = gather(reading.shares, reading.ranges, reading.indexOf);
    const scattered = helpers[0] === undefined ? scatter(job) : helpers[0].scatter(job);
    const places = mendPlaces(gathered.spellings, options.mend);
    await scattered;
    const combined = await combineAll(gathered, places, datasetsOf(reading), helpers);
    return resultOf(found, reading, gathered, places, combined);
  } finally {
    await Promise.all(helpers.map((helper) => helper.dismiss()));
  }
}

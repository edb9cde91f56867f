import { DATASETS } from "../activity/metric.ts";
import { Fault } from "../fault.ts";
import type { Mender } from "../places/mender.ts";
import { combine } from "./combine.ts";
import { discover } from "./discover.ts";
import { gather } from "./gather.ts";
import { FileRefusal } from "./header.ts";
import { type Ledger, recall } from "./ledger.ts";
import { mendPlaces } from "./mended-places.ts";
import type { ImportResult, RefusedFile } from "./outcome.ts";
import { readFile } from "./read-file.ts";
import { Records } from "./records.ts";
import { Spellings } from "./spellings.ts";
import { ledgerOf, reportOf, takenOf } from "./taken.ts";
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
  /** Called after every chunk. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Bytes read at a time, 1 MiB unless told. The result does not depend on it. */
  readonly chunkBytes?: number;
  /** Earlier files to add to: all but `files` of the result is then of them and the new ones together. */
  readonly onto?: Ledger;
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
 * and each place's lines are compared and summed by day. Memory: about 30 bytes a line read, and 20 a row.
 *
 * @param paths files, or folders searched for .csv at any depth
 * @throws Fault BAD_USER_INPUT where what the files say is more than a snapshot can hold
 */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportResult> {
  const found = await discover(paths);
  const { onto } = options;
  const names = [...(onto?.names ?? [])];
  if (names.length + found.files.length > MOST_FILES) {
    const before = names.length === 0 ? "" : `, and ${names.length} were imported before`;
    throw new Fault(
      "BAD_USER_INPUT",
      `These are ${found.files.length} files${before}; a snapshot takes up to ${MOST_FILES}.`,
    );
  }
  const spellings = new Spellings();
  const records = new Records();
  const ranges = onto === undefined ? [] : [recall(onto, spellings, records)];
  const recalled = records.size;
  const taken = onto === undefined ? [] : takenOf(onto);
  const held = new Set(taken.map(({ sha256 }) => sha256));
  const before = taken.length;
  const refused: RefusedFile[] = [...found.refused];
  const known: string[] = [];
  const totalBytes = found.files.reduce((total, file) => total + file.bytes, 0);
  let bytes = 0;
  for (const file of found.files) {
    const onBytes = (read: number): void => {
      bytes += read;
      options.onProgress?.({ bytes, totalBytes, rows: records.size - recalled, file: file.name });
    };
    const index = names.push(file.name) - 1;
    const from = records.size;
    try {
      const read = await readFile(file, index, spellings, records, onBytes, options.chunkBytes);
      if (held.has(read.sha256)) {
        names.pop();
        known.push(file.path);
        continue;
      }
      const { layout, range, rejections, ...rest } = read;
      const reasons = rejections.list();
      taken.push({ ...rest, path: file.path, index, dataset: layout.dataset, dropped: 0, reasons });
      ranges.push(range);
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      refused.push({ path: file.path, why: error.message });
      if (records.size === from) names.pop();
    }
  }
  const datasets = new Uint8Array(names.length);
  for (const { index, dataset } of taken) datasets[index] = DATASETS.indexOf(dataset);
  const gathered = gather(spellings, records, ranges);
  const places = mendPlaces(gathered.spellings, options.mend);
  const combined = combine(gathered, places, datasets);
  const reports = taken.map((file) => reportOf(file, gathered, places, combined, names));
  return {
    rows: combined.rows,
    quality: summarise(reports, countRenamed(gathered.spellings, places), combined),
    files: reports.slice(before),
    known,
    refused,
    passedOver: found.passedOver,
    mends: listMends(gathered.spellings, places, combined.distinct),
    summed: combined.summed,
    ledger: ledgerOf(taken, gathered, places, combined, names),
  };
}

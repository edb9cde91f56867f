import { DATASETS } from "../activity/metric.ts";
import { Fault } from "../fault.ts";
import type { Mender } from "../places/mender.ts";
import { type Combined, combine } from "./combine.ts";
import { discover, type FoundFile } from "./discover.ts";
import { type Gathered, gather } from "./gather.ts";
import { FileRefusal } from "./header.ts";
import { type MendedPlaces, mendPlaces } from "./mended-places.ts";
import type { FileReport, ImportResult, RefusedFile } from "./outcome.ts";
import { type ReadFile, readFile } from "./read-file.ts";
import { Records } from "./records.ts";
import { exampleOf } from "./rejections.ts";
import { Spellings } from "./spellings.ts";
import { countRenamed, listMends, summarise } from "./tally.ts";

/** Files one import can take: their index has 16 bits. */
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
}

interface Taken extends ReadFile {
  readonly file: FoundFile;
  readonly index: number;
}

function reportOf(
  taken: Taken,
  gathered: Gathered,
  places: MendedPlaces,
  combined: Combined,
  names: readonly string[],
): FileReport {
  const { file, index, layout, rowsRead, rejections } = taken;
  for (const [spelling, rows] of combined.refused[index]!) {
    const mend = places.mends[spelling]!;
    const { origin } = gathered.spellings[spelling]!;
    if ("refused" in mend) {
      rejections.add(mend.refused, rows, () => exampleOf(names[origin.file]!, origin.line, origin.bytes));
    }
  }
  const duplicates = combined.duplicates[index]!;
  const rejected = rejections.total;
  const rowsKept = rowsRead - duplicates - rejected;
  const reasons = rejections.list();
  return { path: file.path, dataset: layout.dataset, rowsRead, rowsKept, duplicates, rejected, reasons };
}

/**
 * Reads official CSV files of the three datasets into rows.
 *
 * A line is rejected, with a reason, where it cannot be read or its place is unknown. Of the readable ones, a
 * line equal in every field to an earlier one of its dataset, in whatever file, is a duplicate and dropped:
 * names equal byte for byte (quotes around them are no part of them), date, pincode and counts by value.
 * All else is kept, and summed by (date, district, pincode). Blank lines are no rows. The rows do not
 * depend on the order of the files.
 *
 * Method: lines become packed integers with interned places, are grouped by place in one counting sort,
 * and each place's lines are compared and summed by day. Memory: about 20 bytes a line read, and 20 a row.
 *
 * @param paths files, or folders searched for .csv at any depth
 * @throws Fault BAD_USER_INPUT where what the files say is more than a snapshot can hold
 */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportResult> {
  const found = await discover(paths);
  if (found.files.length > MOST_FILES) {
    throw new Fault(
      "BAD_USER_INPUT",
      `These are ${found.files.length} files; import at most ${MOST_FILES} at a time.`,
    );
  }
  const refused: RefusedFile[] = [...found.refused];
  const spellings = new Spellings();
  const records = new Records();
  const datasets = new Uint8Array(found.files.length);
  const taken: Taken[] = [];
  const totalBytes = found.files.reduce((total, file) => total + file.bytes, 0);
  let bytes = 0;
  for (const [index, file] of found.files.entries()) {
    const onBytes = (read: number): void => {
      bytes += read;
      options.onProgress?.({ bytes, totalBytes, rows: records.size, file: file.name });
    };
    try {
      const read = await readFile(file, index, spellings, records, onBytes, options.chunkBytes);
      datasets[index] = DATASETS.indexOf(read.layout.dataset);
      taken.push({ ...read, file, index });
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      refused.push({ path: file.path, why: error.message });
    }
  }
  const gathered = gather(
    spellings,
    records,
    taken.map(({ range }) => range),
  );
  const places = mendPlaces(gathered.spellings, options.mend);
  const combined = combine(gathered, places, datasets);
  const names = found.files.map(({ name }) => name);
  const files = taken.map((file) => reportOf(file, gathered, places, combined, names));
  return {
    rows: combined.rows,
    quality: summarise(files, countRenamed(gathered.spellings, places), combined),
    files,
    refused,
    passedOver: found.passedOver,
    mends: listMends(gathered.spellings, places, combined.distinct),
    summed: combined.summed,
  };
}

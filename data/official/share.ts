import type { QualityReason } from "../activity/dataset.ts";
import type { DatasetKind } from "../activity/metric.ts";
import type { FoundFile } from "./discover.ts";
import { FileRefusal } from "./header.ts";
import type { Counts } from "./packing.ts";
import { readFile } from "./read-file.ts";
import { eachStretch, RECORD, type RecordRange, type Records } from "./records.ts";
import type { Spellings, SpellingTable } from "./spellings.ts";

/** Files that several threads read, each taking the next that none has taken. All of it can be handed to a thread. */
export interface Work {
  readonly files: readonly FoundFile[];
  /** Index that lines of the first file bear. */
  readonly firstIndex: number;
  /** Digests of files that are not to be taken. */
  readonly held: ReadonlySet<string>;
  readonly chunkBytes: number | undefined;
  /** Shared: position of the next file to take. */
  readonly next: Int32Array;
  /** Shared: bytes and lines read so far. */
  readonly progress: BigInt64Array;
}

/** What became of a file: it was read, is held already, or was refused. */
export type FileOutcome = { readonly position: number } & (
  | {
      readonly sha256: string;
      readonly dataset: DatasetKind;
      readonly rowsRead: number;
      readonly reasons: readonly QualityReason[];
      readonly range: RecordRange;
    }
  | { readonly held: true }
  /** `begun` where lines of it had been read. */
  | { readonly refused: string; readonly begun: boolean }
);

/** What one thread read. */
export interface Share {
  /** In the order of the files. */
  readonly outcomes: readonly FileOutcome[];
  readonly spellings: SpellingTable;
  /** By spelling: lines of the files read. */
  readonly counts: Uint32Array;
  readonly blocks: readonly Int32Array[];
  readonly wide: readonly Counts[];
  /** First and last day of any line; the first above the last where there is none. */
  readonly firstDay: number;
  readonly lastDay: number;
}

async function take(
  work: Work,
  position: number,
  spellings: Spellings,
  records: Records,
  onProgress: (file: FoundFile) => void,
): Promise<FileOutcome> {
  const file = work.files[position]!;
  const from = records.size;
  let counted = from;
  const onBytes = (bytes: number): void => {
    Atomics.add(work.progress, 0, BigInt(bytes));
    Atomics.add(work.progress, 1, BigInt(records.size - counted));
    counted = records.size;
    onProgress(file);
  };
  try {
    const index = work.firstIndex + position;
    const read = await readFile(file, index, spellings, records, onBytes, work.chunkBytes);
    const { layout, range, rejections, rowsRead, sha256 } = read;
    if (work.held.has(sha256)) return { position, held: true };
    return { position, sha256, dataset: layout.dataset, rowsRead, reasons: rejections.list(), range };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { position, refused: error.message, begun: records.size > from };
  }
}

/**
 * Reads files of the work until none is left.
 * @param first position of the file to begin with: each thread has its own, before those that `next` gives out
 * @param before records that are there already and count as read
 * @param onProgress called after every chunk, with the file it is of
 */
export async function readShare(
  work: Work,
  first: number,
  spellings: Spellings,
  records: Records,
  before: RecordRange = { from: 0, to: 0 },
  onProgress: (file: FoundFile) => void = () => {},
): Promise<Share> {
  const outcomes: FileOutcome[] = [];
  for (let position = first; position < work.files.length; position = Atomics.add(work.next, 0, 1)) {
    outcomes.push(await take(work, position, spellings, records, onProgress));
  }
  const counts = new Uint32Array(spellings.size);
  let firstDay = 0xffff;
  let lastDay = 0;
  const ranges = [before, ...outcomes.flatMap((outcome) => ("range" in outcome ? [outcome.range] : []))];
  for (const range of ranges) {
    eachStretch(records.blocks, range, (words) => {
      for (let at = 0; at < words.length; at += RECORD) {
        counts[words[at]!]!++;
        const day = words[at + 1]! & 0xffff;
        if (day < firstDay) firstDay = day;
        if (day > lastDay) lastDay = day;
      }
    });
  }
  const { wide } = records.packing;
  return { outcomes, spellings: spellings.table(), counts, blocks: records.blocks, wide, firstDay, lastDay };
}

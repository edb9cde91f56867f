import type { Helper } from "./crew.ts";
import type { FoundFile } from "./discover.ts";
import type { FileRange } from "./gather.ts";
import type { ImportOptions } from "./import.ts";
import { recall } from "./ledger.ts";
import type { RefusedFile } from "./outcome.ts";
import { Records } from "./records.ts";
import { type FileOutcome, readShare, type Share, type Work } from "./share.ts";
import { shared } from "./shared.ts";
import { Spellings } from "./spellings.ts";
import { type TakenFile, takenOf } from "./taken.ts";

/** What was read of all files, those of the ledger added to included. */
export interface Reading {
  readonly shares: readonly Share[];
  /** Where the lines of each file taken lie, in the order of the files. */
  readonly ranges: readonly FileRange[];
  /** The files of the ledger, then the new ones. */
  readonly taken: readonly TakenFile[];
  /** How many of them are the ledger's. */
  readonly recalled: number;
  /** What files are called, by the index their gathered lines bear. */
  readonly names: readonly string[];
  /** That index, by the one they were read under. */
  readonly indexOf: (file: number) => number;
  readonly refused: readonly RefusedFile[];
  /** Paths of files that the ledger holds. */
  readonly known: readonly string[];
}

function sortOut(
  files: readonly FoundFile[],
  shares: readonly Share[],
  { onto }: ImportOptions,
  before: FileRange,
): Reading {
  const outcomes = shares
    .flatMap(({ outcomes: own }, share) => own.map((outcome): [FileOutcome, number] => [outcome, share]))
    .toSorted(([a], [b]) => a.position - b.position);
  const names = [...(onto?.names ?? [])];
  const first = names.length;
  const indices = new Map<number, number>();
  const taken = onto === undefined ? [] : takenOf(onto);
  const recalled = taken.length;
  const ranges = [before];
  const refused: RefusedFile[] = [];
  const known: string[] = [];
  for (const [outcome, share] of outcomes) {
    const { path, name } = files[outcome.position]!;
    const readUnder = first + outcome.position;
    const enter = () => {
      const index = names.push(name) - 1;
      indices.set(readUnder, index);
      return index;
    };
    if ("held" in outcome) known.push(path);
    else if ("refused" in outcome) {
      refused.push({ path, why: outcome.refused });
      if (outcome.begun) enter();
    } else {
      const { position: _, range, ...file } = outcome;
      const index = enter();
      taken.push({ ...file, path, index, dropped: 0 });
      ranges.push({ ...range, share, shift: (index - readUnder) << 16 });
    }
  }
  const indexOf = (file: number) => indices.get(file) ?? file;
  return { shares, ranges, taken, recalled, names, indexOf, refused, known };
}

/** Reads the files, on this thread and the helpers'. What is made of them does not depend on who read which. */
export async function readAll(
  files: readonly FoundFile[],
  helpers: readonly Helper[],
  options: ImportOptions,
): Promise<Reading> {
  const { onto, onProgress, chunkBytes } = options;
  const work: Work = {
    files,
    firstIndex: onto?.names.length ?? 0,
    held: new Set(onto?.files.map(({ sha256 }) => sha256)),
    chunkBytes,
    next: shared(Int32Array, 1).fill(helpers.length + 1),
    progress: new BigInt64Array(new SharedArrayBuffer(2 * BigInt64Array.BYTES_PER_ELEMENT)),
  };
  const totalBytes = files.reduce((total, file) => total + file.bytes, 0);
  const tell = (file: FoundFile): void => {
    const [bytes, rows] = [0, 1].map((at) => Number(Atomics.load(work.progress, at)));
    onProgress?.({ bytes: bytes!, totalBytes, rows: rows!, file: file.name });
  };
  const helping = helpers.map((helper, index) => helper.read(work, index + 1));
  const spellings = new Spellings();
  const records = new Records();
  const recalled = onto === undefined ? { from: 0, to: 0 } : recall(onto, spellings, records);
  const own = readShare(work, 0, spellings, records, recalled, tell);
  const shares = await Promise.all([own, ...helping]);
  if (files.length > 0) tell(files.at(-1)!);
  return sortOut(files, shares, options, { ...recalled, share: 0, shift: 0 });
}

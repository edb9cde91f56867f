import { mergeSpellings } from "./merge-spellings.ts";
import { CountPacking, type Counts } from "./packing.ts";
import { eachStretch, RECORD, type RecordRange } from "./records.ts";
import type { Share } from "./share.ts";
import { shared } from "./shared.ts";
import type { Origin, Spelling } from "./spellings.ts";

/** Words a gathered line takes: file and day, packed counts. */
export const LINE = 2;

export interface GatheredSpelling extends Spelling {
  readonly origin: Origin;
}

/** Every readable line, grouped by spelling; within one, in the order of files and lines. */
export interface Gathered {
  /** In the order they were first met. */
  readonly spellings: readonly GatheredSpelling[];
  /** The lines of spelling s are [starts[s], starts[s + 1]). */
  readonly starts: Uint32Array;
  /** In memory that threads share; filled by `scatter`. */
  readonly lines: Int32Array;
  /** Counts too large to be packed. */
  readonly wide: readonly Counts[];
  /** First day of any line, and how many there are to the last; 1 where there is no line. */
  readonly firstDay: number;
  readonly days: number;
}

/** Where lines of one file lie, and what is added to their word of file and day. */
export interface FileRange extends RecordRange {
  readonly share: number;
  readonly shift: number;
}

/** The copying of records to their spellings' lines; can be handed to a thread. */
export interface ScatterJob {
  readonly blocks: readonly (readonly Int32Array[])[];
  /** By share: gathered ids of its spellings, and its wide counts as packed among all. */
  readonly ids: readonly Uint32Array[];
  readonly wide: readonly Int32Array[];
  readonly ranges: readonly FileRange[];
  readonly starts: Uint32Array;
  readonly lines: Int32Array;
}

/** Copies the records, file by file, to where the next line of their spelling goes. */
export function scatter({ blocks, ids, wide, ranges, starts, lines }: ScatterJob): void {
  const next = starts.slice();
  for (const range of ranges) {
    const own = ids[range.share]!;
    const ownWide = wide[range.share]!;
    const { shift } = range;
    eachStretch(blocks[range.share]!, range, (words) => {
      for (let at = 0; at < words.length; at += RECORD) {
        const to = next[own[words[at]!]!]!++ * LINE;
        const counts = words[at + 2]!;
        lines[to] = words[at + 1]! + shift;
        lines[to + 1] = counts < 0 ? ownWide[-counts - 1]! : counts;
      }
    });
  }
}

/**
 * Lays out the lines of the shares by spelling: a counting sort, whose copying is left to `scatter`.
 *
 * @param ranges where each file's lines lie, in the order of the files; a file given up midway has none, and its
 *   own spellings fall away
 * @param indexOf the index a file is to have, by the one it was read under
 */
export function gather(
  shares: readonly Share[],
  ranges: readonly FileRange[],
  indexOf: (file: number) => number,
): { gathered: Gathered; job: ScatterJob } {
  const merged = mergeSpellings(shares.map((share) => share.spellings));
  const counts = new Uint32Array(merged.spellings.size);
  shares.forEach((share, index) => {
    const ids = merged.ids[index]!;
    share.counts.forEach((count, own) => {
      counts[ids[own]!]! += count;
    });
  });
  const gatheredIds = new Uint32Array(counts.length);
  const starts: number[] = [0];
  const spellings: GatheredSpelling[] = [];
  counts.forEach((count, id) => {
    if (count === 0) return;
    const origin = merged.spellings.origin(id);
    gatheredIds[id] = spellings.length;
    spellings.push({
      ...merged.spellings.spelling(id),
      origin: { ...origin, file: indexOf(origin.file) },
    });
    starts.push(starts.at(-1)! + count);
  });
  const packing = new CountPacking();
  const words = starts.at(-1)! * LINE;
  const job: ScatterJob = {
    blocks: shares.map(({ blocks }) => blocks),
    ids: merged.ids.map((ids) => ids.map((id) => gatheredIds[id]!)),
    wide: shares.map(({ wide }) => Int32Array.from(wide, (line) => packing.packWide(...line))),
    ranges,
    starts: Uint32Array.from(starts),
    lines: shared(Int32Array, words),
  };
  const firstDay = Math.min(...shares.map((share) => share.firstDay));
  const days = Math.max(1, ...shares.map((share) => share.lastDay - firstDay + 1));
  const { starts: all, lines } = job;
  return { gathered: { spellings, starts: all, lines, wide: packing.wide, firstDay, days }, job };
}

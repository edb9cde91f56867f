import type { CountPacking } from "./packing.ts";
import { RECORD, type RecordRange, type Records } from "./records.ts";
import type { Origin, Spelling, Spellings } from "./spellings.ts";

/** Words a gathered line takes: file and day, packed counts. */
export const LINE = 2;

export interface GatheredSpelling extends Spelling {
  readonly origin: Origin;
}

/** Every readable line, grouped by spelling; within one, in the order of files and lines. */
export interface Gathered {
  readonly spellings: readonly GatheredSpelling[];
  /** The lines of spelling s are [starts[s], starts[s + 1]). */
  readonly starts: Uint32Array;
  readonly lines: Int32Array;
  readonly packing: CountPacking;
}

/** Writes the lines of a stretch of records to where the next of their spelling goes. */
function scatter(words: Int32Array, next: Uint32Array, lines: Int32Array): void {
  for (let at = 0; at < words.length; at += RECORD) {
    const to = next[words[at]!]!++ * LINE;
    lines[to] = words[at + 1]!;
    lines[to + 1] = words[at + 2]!;
  }
}

/**
 * Groups the lines of the files by spelling: one counting sort.
 * @param files where each file's lines lie; a file given up midway has none, and its own spellings fall away
 */
export function gather(spellings: Spellings, records: Records, files: readonly RecordRange[]): Gathered {
  const counts = new Uint32Array(spellings.size);
  for (const file of files) {
    records.eachStretch(file, (words) => {
      for (let at = 0; at < words.length; at += RECORD) counts[words[at]!]!++;
    });
  }
  const next = new Uint32Array(spellings.size);
  const starts: number[] = [0];
  const met: GatheredSpelling[] = [];
  let total = 0;
  for (let id = 0; id < counts.length; id++) {
    next[id] = total;
    if (counts[id] === 0) continue;
    total += counts[id]!;
    starts.push(total);
    met.push({ ...spellings.spelling(id), origin: spellings.origin(id) });
  }
  const lines = new Int32Array(total * LINE);
  for (const file of files) records.eachStretch(file, (words) => scatter(words, next, lines));
  return { spellings: met, starts: Uint32Array.from(starts), lines, packing: records.packing };
}

/** The first and the last day of any line; null where there is none. */
export function daysOf({ lines }: Gathered): { first: number; last: number } | null {
  let first = 0xffff;
  let last = 0;
  for (let at = 0; at < lines.length; at += LINE) {
    const day = lines[at]! & 0xffff;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return lines.length === 0 ? null : { first, last };
}

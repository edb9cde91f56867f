import type { Counts } from "./packing.ts";
import { shared } from "./shared.ts";

/** Readable lines that are no duplicates: column i of every array is one line. */
export interface LedgerLines {
  /** Index of its file. */
  readonly file: Uint16Array;
  /** Days since 1970-01-01. */
  readonly day: Uint16Array;
  /** Its counts, packed as CountPacking has them. */
  readonly counts: Int32Array;
}

/** @param lines how many it takes; memory, which threads share, is used by those that it does take only */
export const linesRoomFor = (lines: number): LedgerLines => ({
  file: shared(Uint16Array, lines),
  day: shared(Uint16Array, lines),
  counts: shared(Int32Array, lines),
});

/** Collects lines into a stretch of a room. */
export class DistinctLines {
  readonly #room: LedgerLines;
  readonly #from: number;
  #to: number;

  /** @param from where its first line goes */
  constructor(room: LedgerLines, from: number) {
    this.#room = room;
    this.#from = from;
    this.#to = from;
  }

  add(fileDay: number, counts: number): void {
    const at = this.#to++;
    this.#room.file[at] = fileDay >>> 16;
    this.#room.day[at] = fileDay;
    this.#room.counts[at] = counts;
  }

  stretch(): LineStretch {
    return { from: this.#from, to: this.#to };
  }
}

/** Where in a room lines lie: [from, to). */
export interface LineStretch {
  readonly from: number;
  readonly to: number;
}

/** Moves the stretches together. */
export function joinLines(room: LedgerLines, stretches: readonly LineStretch[]): LedgerLines {
  let size = 0;
  for (const { from, to } of stretches) {
    for (const column of [room.file, room.day, room.counts]) column.copyWithin(size, from, to);
    size += to - from;
  }
  const { file, day, counts } = room;
  return { file: file.subarray(0, size), day: day.subarray(0, size), counts: counts.subarray(0, size) };
}

/**
 * Renumbers the wide counts in the order of the lines, in place: which thread met them first makes no difference.
 * @returns the wide counts in that order
 */
export function renumberWide({ counts }: LedgerLines, wide: readonly Counts[]): Counts[] {
  const renumbered = new Int32Array(wide.length);
  const ordered: Counts[] = [];
  for (let line = 0; line < counts.length; line++) {
    const packed = counts[line]!;
    if (packed >= 0) continue;
    const id = -packed - 1;
    if (renumbered[id] === 0) renumbered[id] = -ordered.push(wide[id]!);
    counts[line] = renumbered[id]!;
  }
  return ordered;
}

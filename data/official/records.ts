import { CountPacking } from "./packing.ts";
import { shared } from "./shared.ts";

/** Words a record takes: spelling, file and day, packed counts. */
export const RECORD = 3;
const BLOCK_RECORDS = 1 << 16;

/** Where the records of one file lie: [from, to). */
export interface RecordRange {
  readonly from: number;
  readonly to: number;
}

/** A word of file (16 bits, high) and day (16 bits, low). */
export const fileAndDay = (file: number, day: number): number => (file << 16) | day;

/** Published lines as packed integers, in the order they were read, in blocks so that growth copies nothing. */
export class Records {
  readonly packing = new CountPacking();
  /** In memory that threads share. */
  readonly blocks: Int32Array[] = [];
  #block: Int32Array = new Int32Array(0);
  #at = 0;
  size = 0;

  add(spelling: number, fileDay: number, counts: number): void {
    if (this.#at === this.#block.length) {
      this.#block = shared(Int32Array, BLOCK_RECORDS * RECORD);
      this.blocks.push(this.#block);
      this.#at = 0;
    }
    const block = this.#block;
    const at = this.#at;
    block[at] = spelling;
    block[at + 1] = fileDay;
    block[at + 2] = counts;
    this.#at = at + RECORD;
    this.size++;
  }
}

/** Calls `visit` with each stretch of the blocks' words that holds records of the range. */
export function eachStretch(
  blocks: readonly Int32Array[],
  { from, to }: RecordRange,
  visit: (words: Int32Array) => void,
): void {
  for (let at = from; at < to; ) {
    const block = blocks[Math.floor(at / BLOCK_RECORDS)]!;
    const start = at % BLOCK_RECORDS;
    const end = Math.min(BLOCK_RECORDS, start + to - at);
    visit(block.subarray(start * RECORD, end * RECORD));
    at += end - start;
  }
}

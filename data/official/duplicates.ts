import { LINE } from "./gather.ts";

/** Lines of one date and dataset compared one by one before a set of them is made. */
const LONGEST_CHAIN = 16;

/**
 * Finds published lines equal in every field to an earlier one, among the lines of one spelling of
 * (state, district, pincode): equal in dataset, day and counts. Exact; nothing rests on a hash.
 *
 * The lines of one (dataset, day) are chained through their own first word, which is overwritten.
 */
export class DuplicateFinder {
  readonly #lines: Int32Array;
  /** By slot: 1 + index of the last distinct line seen; of another spelling where outside (from, to]. */
  readonly #heads: Int32Array;
  readonly #lengths: Uint8Array;
  readonly #crowded = new Map<number, Set<number>>();
  #from = 0;
  #to = 0;

  /** @param slots how many (dataset, day) there are */
  constructor(lines: Int32Array, slots: number) {
    this.#lines = lines;
    this.#heads = new Int32Array(slots);
    this.#lengths = new Uint8Array(slots);
  }

  /** Begins the spelling of lines [from, to), once and for all. */
  begin(from: number, to: number): void {
    this.#from = from;
    this.#to = to;
    this.#crowded.clear();
  }

  /** Whether an earlier line of the spelling and slot has the same counts. */
  seen(line: number, slot: number): boolean {
    const lines = this.#lines;
    const at = line * LINE;
    const head = this.#heads[slot]!;
    let length = 0;
    if (head > this.#from && head <= this.#to) {
      length = this.#lengths[slot]!;
      if (length === LONGEST_CHAIN) return this.#seenInCrowd(lines[at + 1]!, slot);
      for (let other = head; other !== 0; ) {
        const there = (other - 1) * LINE;
        if (lines[there + 1] === lines[at + 1]) return true;
        other = lines[there]!;
      }
    }
    lines[at] = length === 0 ? 0 : head;
    this.#heads[slot] = line + 1;
    this.#lengths[slot] = length + 1;
    return false;
  }

  #seenInCrowd(counts: number, slot: number): boolean {
    let crowd = this.#crowded.get(slot);
    if (crowd === undefined) {
      crowd = new Set();
      for (let other = this.#heads[slot]!; other !== 0; other = this.#lines[(other - 1) * LINE]!) {
        crowd.add(this.#lines[(other - 1) * LINE + 1]!);
      }
      this.#crowded.set(slot, crowd);
    }
    if (crowd.has(counts)) return true;
    crowd.add(counts);
    return false;
  }
}

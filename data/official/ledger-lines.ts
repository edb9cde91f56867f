/** Readable lines that are no duplicates: column i of every array is one line. */
export interface LedgerLines {
  /** Index of its file. */
  readonly file: Uint16Array;
  /** Days since 1970-01-01. */
  readonly day: Uint16Array;
  /** Its counts, packed as CountPacking has them. */
  readonly counts: Int32Array;
}

/** Collects lines into columns. */
export class DistinctLines {
  readonly #file: Uint16Array;
  readonly #day: Uint16Array;
  readonly #counts: Int32Array;
  #size = 0;

  /** @param room lines it can take; memory is used by those it does take only */
  constructor(room: number) {
    this.#file = new Uint16Array(room);
    this.#day = new Uint16Array(room);
    this.#counts = new Int32Array(room);
  }

  add(fileDay: number, counts: number): void {
    const at = this.#size++;
    this.#file[at] = fileDay >>> 16;
    this.#day[at] = fileDay;
    this.#counts[at] = counts;
  }

  /** The lines collected; views of the room. */
  finish(): LedgerLines {
    const size = this.#size;
    return {
      file: this.#file.subarray(0, size),
      day: this.#day.subarray(0, size),
      counts: this.#counts.subarray(0, size),
    };
  }
}

import { splitFields } from "./fields.ts";
import { fold, Names, settle } from "./names.ts";

/** Bytes kept of the line a spelling was first met on. */
const KEPT_LINE = 256;
/** Words of an entry: name, pincode, file, line number, start and end of the line's copy. */
const ENTRY = 6;

/** A published (state, district, pincode); bytes that are not UTF-8 show as � in its names. */
export interface Spelling {
  readonly state: string;
  readonly district: string;
  readonly pincode: string;
  /** The published bytes as `state,district,pincode`, each one character (Latin-1). */
  readonly key: string;
}

/** Where a spelling was first met: file, line number and the line's first bytes. */
export interface Origin {
  readonly file: number;
  readonly line: number;
  readonly bytes: Uint8Array;
}

/**
 * Interns (state, district, pincode), so that no string is made of a line whose place was met before.
 * An id is the number of spellings met earlier. Exact.
 */
export class Spellings {
  readonly names = new Names();
  size = 0;
  #entries = new Uint32Array(ENTRY << 12);
  #slots = new Int32Array(1 << 13);
  #lines = Buffer.allocUnsafe(1 << 18);
  #used = 0;

  /** The id of a name (of `names`) and a pincode; -1 where they were never met together. */
  find(name: number, pincode: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = this.#hash(name, pincode) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot]! - 1;
      if (id === -1) return -1;
      if (this.#entries[id * ENTRY] === name && this.#entries[id * ENTRY + 1] === pincode) return id;
    }
  }

  /** Adds a spelling that `find` did not know, and the line it was met on. */
  add(name: number, pincode: number, origin: Origin): number {
    if (2 * (this.size + 1) > this.#slots.length) this.#grow();
    const copied = origin.bytes.subarray(0, KEPT_LINE);
    if (this.#used + copied.length > this.#lines.length) {
      this.#lines = Buffer.concat([this.#lines], 2 * this.#lines.length);
    }
    this.#lines.set(copied, this.#used);
    const id = this.size++;
    const end = this.#used + copied.length;
    this.#entries.set([name, pincode, origin.file, origin.line, this.#used, end], id * ENTRY);
    this.#used = end;
    this.#place(id);
    return id;
  }

  /** The id of `state,district,pincode` given as Latin-1, as `find` and `add` have it. */
  idOf(key: string, origin: Origin): number {
    const names = Buffer.from(key.slice(0, -6), "latin1");
    const pincode = Number(key.slice(-6));
    const name = this.names.idOf(names, 0, names.length, names.reduce(fold, this.names.seed));
    const known = this.find(name, pincode);
    return known === -1 ? this.add(name, pincode, origin) : known;
  }

  spelling(id: number): Spelling {
    const [name, pincode] = this.#entries.subarray(id * ENTRY, id * ENTRY + 2);
    const names = this.names.bytes.subarray(this.names.start(name!), this.names.end(name!));
    const [state, district] = splitFields(names.toString("utf8"))!;
    return {
      state: state!,
      district: district!,
      pincode: String(pincode),
      key: `${names.toString("latin1")}${pincode}`,
    };
  }

  origin(id: number): Origin {
    const [file, line, from, to] = this.#entries.subarray(id * ENTRY + 2, (id + 1) * ENTRY);
    return { file: file!, line: line!, bytes: this.#lines.subarray(from, to) };
  }

  #hash(name: number, pincode: number): number {
    return settle(Math.imul(pincode, 0x9e3779b1) ^ Math.imul(name, 0x85ebca6b));
  }

  #place(id: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(this.#entries[id * ENTRY]!, this.#entries[id * ENTRY + 1]!) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = id + 1;
  }

  #grow(): void {
    const entries = new Uint32Array(2 * this.#entries.length);
    entries.set(this.#entries);
    this.#entries = entries;
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let id = 0; id < this.size; id++) this.#place(id);
  }
}

import { splitFields } from "./fields.ts";
import { fold, Names, type NameTable, settle } from "./names.ts";

/** Bytes kept of the line a spelling was first met on. */
const KEPT_LINE = 256;
/** Words of an entry: name, pincode, file, line number, start and end of the line's copy. */
export const ENTRY = 6;
/** Words of a slot: 1 + id, pincode, name, one unused. There are eight slots an entry, so that rows of them are short. */
const SLOT_BITS = 2;
const SLOT = 1 << SLOT_BITS;

/** A published (state, district); bytes that are not UTF-8 show as � in it. */
interface SpelledName {
  readonly state: string;
  readonly district: string;
  /** The published bytes as `state,district,`, each one character (Latin-1). */
  readonly names: string;
}

/** A published (state, district, pincode). */
export interface Spelling extends SpelledName {
  readonly pincode: string;
}

/** Spellings as arrays of their own, which a thread can hand to another. */
export interface SpellingTable {
  readonly size: number;
  /** ENTRY words each. */
  readonly entries: Uint32Array;
  readonly lines: Uint8Array;
  readonly names: NameTable;
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
  #slots = new Int32Array(SLOT << 15);
  #lines = Buffer.allocUnsafe(1 << 18);
  #used = 0;
  readonly #spelled: SpelledName[] = [];

  /** The id of a name (of `names`) and a pincode; -1 where they were never met together. */
  find(name: number, pincode: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = this.#slotOf(name, pincode) & mask; ; at = (at + SLOT) & mask) {
      const id = slots[at]! - 1;
      if (id === -1 || (slots[at + 1] === pincode && slots[at + 2] === name)) return id;
    }
  }

  /** Adds a spelling that `find` did not know, and the line it was met on. */
  add(name: number, pincode: number, origin: Origin): number {
    if ((this.size + 1) * ENTRY > this.#entries.length) this.#grow();
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
    const pincode = String(this.#entries[id * ENTRY + 1]);
    const name = this.#nameOf(this.#entries[id * ENTRY]!);
    return { ...name, pincode };
  }

  #nameOf(id: number): SpelledName {
    let name = this.#spelled[id];
    if (name === undefined) {
      const bytes = this.names.bytes.subarray(this.names.start(id), this.names.end(id));
      const [state, district] = splitFields(bytes.toString("utf8"))!;
      name = { state: state!, district: district!, names: bytes.toString("latin1") };
      this.#spelled[id] = name;
    }
    return name;
  }

  origin(id: number): Origin {
    const at = id * ENTRY;
    const bytes = this.#lines.subarray(this.#entries[at + 4], this.#entries[at + 5]);
    return { file: this.#entries[at + 2]!, line: this.#entries[at + 3]!, bytes };
  }

  table(): SpellingTable {
    return {
      size: this.size,
      entries: this.#entries.slice(0, this.size * ENTRY),
      lines: new Uint8Array(this.#lines.subarray(0, this.#used)),
      names: this.names.table(),
    };
  }

  /** Pincodes of one name lie side by side: files are sorted by them, and their memory is close at hand. */
  #slotOf(name: number, pincode: number): number {
    return (settle(Math.imul(name, 0x85ebca6b) ^ this.names.seed) + pincode) << SLOT_BITS;
  }

  #place(id: number): void {
    const mask = this.#slots.length - 1;
    const [name, pincode] = [this.#entries[id * ENTRY]!, this.#entries[id * ENTRY + 1]!];
    let at = this.#slotOf(name, pincode) & mask;
    while (this.#slots[at] !== 0) at = (at + SLOT) & mask;
    this.#slots[at] = id + 1;
    this.#slots[at + 1] = pincode;
    this.#slots[at + 2] = name;
  }

  #grow(): void {
    const entries = new Uint32Array(2 * this.#entries.length);
    entries.set(this.#entries);
    this.#entries = entries;
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let id = 0; id < this.size; id++) this.#place(id);
  }
}

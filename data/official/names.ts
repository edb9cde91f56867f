const FNV_PRIME = 0x01000193;

/** Folds one more byte into a hash (FNV-1a). */
export const fold = (hash: number, byte: number): number => Math.imul(hash ^ byte, FNV_PRIME);

/** Spreads a hash's high bits to its low ones, which choose the slot. */
export function settle(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Names as arrays of their own. */
export interface NameTable {
  /** Every name's bytes, end to end; name i is [ends[i - 1], ends[i]). */
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/**
 * Interns published names by their bytes `state,district,` (both commas included): exact, since equal
 * hashes are told apart by the bytes. An id is the number of names met earlier. The seed is drawn per
 * table, so that no file can aim at collisions.
 */
export class Names {
  readonly seed = (Math.random() * 0x7fffffff) | 0;
  size = 0;
  /** Every name's bytes, end to end; name i is [ends[i - 1], ends[i]). */
  bytes = Buffer.allocUnsafe(1 << 16);
  #ends = new Uint32Array(1 << 10);
  #hashes = new Int32Array(1 << 10);
  #slots = new Int32Array(1 << 11);

  start(id: number): number {
    return id === 0 ? 0 : this.#ends[id - 1]!;
  }

  end(id: number): number {
    return this.#ends[id]!;
  }

  /** The id of the name in bytes[from, to), added where it is new; `hash` is its bytes' fold from the seed. */
  idOf(bytes: Uint8Array, from: number, to: number, folded: number): number {
    const hash = settle(folded);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot]! - 1;
      if (id === -1) return this.#add(bytes.subarray(from, to), hash);
      if (this.#hashes[id] === hash && this.#equal(id, bytes, from, to)) return id;
    }
  }

  table(): NameTable {
    const ends = this.#ends.slice(0, this.size);
    return { ends, bytes: new Uint8Array(this.bytes.subarray(0, ends.at(-1) ?? 0)) };
  }

  /** The ids of a table's names among these, added where they are new. */
  idsOf({ bytes, ends }: NameTable): Uint32Array {
    let from = 0;
    return ends.map((to) => {
      const id = this.idOf(bytes, from, to, bytes.subarray(from, to).reduce(fold, this.seed));
      from = to;
      return id;
    });
  }

  #equal(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.start(id);
    if (this.end(id) - start !== to - from) return false;
    let at = 0;
    while (at < to - from && this.bytes[start + at] === bytes[from + at]) at++;
    return at === to - from;
  }

  #add(name: Uint8Array, hash: number): number {
    if (this.size === this.#ends.length) this.#grow();
    const id = this.size++;
    const start = this.start(id);
    if (start + name.length > this.bytes.length) {
      this.bytes = Buffer.concat([this.bytes], 2 * (this.bytes.length + name.length));
    }
    this.bytes.set(name, start);
    this.#ends[id] = start + name.length;
    this.#hashes[id] = hash;
    this.#place(id);
    return id;
  }

  #place(id: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hashes[id]! & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = id + 1;
  }

  #grow(): void {
    const room = 2 * this.#ends.length;
    const ends = new Uint32Array(room);
    const hashes = new Int32Array(room);
    ends.set(this.#ends);
    hashes.set(this.#hashes);
    this.#ends = ends;
    this.#hashes = hashes;
    this.#slots = new Int32Array(2 * room);
    for (let id = 0; id < this.size; id++) this.#place(id);
  }
}

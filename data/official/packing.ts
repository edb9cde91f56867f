/** Bits of each count where a line has two and where it has three. */
const BITS = { 2: 15, 3: 10 } as const;

/** The counts of a line; the last is 0 where it has two. */
export type Counts = readonly [number, number, number];

/**
 * Packs the two or three counts of a line into one integer, so that equal integers mean equal counts.
 * Counts too large for their bits, which are rare, are interned: their integer is below zero.
 */
export class CountPacking {
  readonly #ids = new Map<string, number>();
  readonly #wide: Counts[] = [];

  /** @param wide counts too large for their bits, the first of which is to be packed as -1 */
  constructor(wide: readonly Counts[] = []) {
    for (const counts of wide) this.packWide(...counts);
  }

  /** The counts too large for their bits; the first of them is packed as -1. */
  get wide(): readonly Counts[] {
    return this.#wide;
  }

  packTwo(a: number, b: number): number {
    return a >>> BITS[2] === 0 && b >>> BITS[2] === 0 ? (a << BITS[2]) | b : this.packWide(a, b, 0);
  }

  packThree(a: number, b: number, c: number): number {
    const bits = BITS[3];
    if (a >>> bits !== 0 || b >>> bits !== 0 || c >>> bits !== 0) return this.packWide(a, b, c);
    return (((a << bits) | b) << bits) | c;
  }

  /** Adds the counts of `packed`, `width` of them, to sums[at ..]. */
  addTo(sums: Float64Array, at: number, packed: number, width: 2 | 3): void {
    if (packed < 0) {
      const wide = this.#wide[-packed - 1]!;
      for (let count = 0; count < width; count++) sums[at + count]! += wide[count]!;
      return;
    }
    const bits = BITS[width];
    const mask = (1 << bits) - 1;
    let rest = packed;
    for (let count = width - 1; count >= 0; count--) {
      sums[at + count]! += rest & mask;
      rest >>>= bits;
    }
  }

  /** Packs counts of which at least one is too large for its bits. */
  packWide(a: number, b: number, c: number): number {
    const key = `${a},${b},${c}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = -this.#wide.push([a, b, c]);
      this.#ids.set(key, id);
    }
    return id;
  }
}

/** A stream of random numbers, the same on every machine for the same seed. */
export interface Random {
  /** A whole number in 0 … 2^32 − 1. */
  next(): number;
  /** A number in [0, 1), a multiple of 2^-32. */
  unit(): number;
  /** A whole number in 0 … limit − 1; limit in 1 … 2^32. */
  below(limit: number): number;
}

const WARM_UP = 16;

/**
 * Chris Doty-Humphrey's sfc32 ("small fast counting") over 32-bit integer operations only.
 * @param seed any number; its low 32 bits count.
 */
export function makeRandom(seed: number): Random {
  let a = 0x9e3779b9 | 0;
  let b = 0x243f6a88 | 0;
  let c = seed | 0;
  let counter = 1;
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let i = 0; i < WARM_UP; i++) next();
  return {
    next,
    unit: () => next() / 4_294_967_296,
    below: (limit) => Math.floor((next() * limit) / 4_294_967_296),
  };
}

import fc from "fast-check";

/** Repeatable noise: uniform numbers in 0..1 from a seed (Numerical Recipes' linear congruence). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

const level = fc.integer({ min: 1, max: 1000 });

/** Series of every awkward kind: short, constant, silent, missing, huge, tiny, negative, gappy, with a lone spike. */
export const arbitraryValues = fc.oneof(
  fc.array(fc.double(), { maxLength: 6 }),
  fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6 }), fc.constant(Number.NaN)), { maxLength: 60 }),
  fc.array(fc.nat(40), { maxLength: 60 }),
  fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: level }), {
    maxLength: 60,
  }),
  fc.tuple(level, fc.nat(50)).map(([value, length]) => new Array<number>(length).fill(value)),
  fc.nat(50).map((length) => new Array<number>(length).fill(Number.NaN)),
  fc
    .tuple(fc.nat(40), fc.nat(40), level)
    .map(([before, after, spike]) => [
      ...new Array<number>(before).fill(0),
      spike,
      ...new Array<number>(after).fill(0),
    ]),
  fc.array(fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 0, 1e200, Infinity), {
    maxLength: 40,
  }),
);

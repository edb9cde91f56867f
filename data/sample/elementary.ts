/*
 * ECMA-262 leaves the last bits of Math.exp, Math.sqrt and ** to each engine, but fixes + − × ÷ and
 * Math.floor to the bit. The sample's bytes hang on these functions, so they use nothing else.
 */

const HALVINGS = 10;
const SCALE = 1024;
const TERMS = 10;
const ROUNDS = 6;

/** e^x within a relative 1e-12 for |x| ≤ 40. */
export function exponential(x: number): number {
  const reduced = x / SCALE;
  let sum = 1;
  for (let term = TERMS; term >= 1; term--) sum = 1 + (sum * reduced) / term;
  for (let i = 0; i < HALVINGS; i++) sum *= sum;
  return sum;
}

/** √x within a relative 1e-9 for 1 ≤ x ≤ 1e9, by Heron's method. */
export function squareRoot(x: number): number {
  let root = 1;
  for (let rest = x; rest >= 16; rest /= 16) root *= 4;
  for (let i = 0; i < ROUNDS; i++) root = (root + x / root) / 2;
  return root;
}

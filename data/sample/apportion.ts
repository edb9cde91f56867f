/**
 * Scales whole numbers in place so that they sum to `total` exactly: each becomes its share rounded up
 * or down, by the difference of rounded running totals. What is 0 stays 0.
 * @param values whole numbers ≥ 0, their sum times `total` below 2^53
 * @param total whole number ≥ 0
 * @param phase in [0, 1): where the rounding starts; no share is favoured when it is drawn evenly
 * @returns false, with nothing changed, where the values are all 0 and the total is not
 */
export function apportion(values: Uint32Array, total: number, phase: number): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  if (sum === 0) return total === 0;
  const offset = Math.floor(phase * sum);
  let running = offset;
  let given = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    // Products stay below 2^53, so that the floor of the rounded quotient is the exact floor.
    running += values[i]! * total;
    const reached = Math.floor(running / sum);
    values[i] = reached - given;
    given = reached;
  }
  return true;
}

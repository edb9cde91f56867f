const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Round ticks from zero to at least the largest value: whole numbers, at most `count` of them above zero.
 *
 * @param largest not negative
 */
export function ticksTo(largest: number, count = 3): number[] {
  if (largest <= 0) return [0, 1];
  const rough = largest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (STEPS.find((one) => one * power >= rough) ?? 10) * power);
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  return Array.from({ length: Math.ceil(largest / whole) + 1 }, (_, at) => at * whole);
}

/** Pixels of a length in a scale from 0 at the bottom to `top` at full height. */
export const heightOf = (value: number, top: number, full: number): number => (value / top) * full;

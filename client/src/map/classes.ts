/** Classes of a value on the map, beside 1, 2, … of the legend. */
export const NO_DATA = -1;
export const ZERO = 0;

/** Shades of the ramp, --ramp-1 to --ramp-7. */
export const SHADES = 7;

/**
 * The class of a value: NO_DATA where absent, ZERO where zero, else 1 below the first break, i + 1 from
 * breaks[i - 1] on.
 *
 * @param breaks ascending
 */
export function classOf(value: number | null, breaks: readonly number[]): number {
  if (value === null) return NO_DATA;
  if (value === 0) return ZERO;
  let above = 0;
  while (above < breaks.length && value >= breaks[above]!) above++;
  return above + 1;
}

/** The shade (1..SHADES) of class `index` (1..classes): spread over the whole ramp, however few classes there are. */
export function shadeOf(index: number, classes: number): number {
  if (classes <= 1) return Math.ceil(SHADES / 2);
  return 1 + Math.round(((index - 1) * (SHADES - 1)) / (classes - 1));
}

/** A name to write at a place of the map. */
export interface Label {
  readonly code: string;
  readonly text: string;
  readonly longitude: number;
  readonly latitude: number;
}

export interface PlacedLabel {
  readonly code: string;
  readonly text: string;
  /** Middle of the text, in pixels. */
  readonly x: number;
  readonly y: number;
}

const CHARACTER = 6.4;
const HEIGHT = 16;
const GAP = 6;
/** Longer names stand in the table alone. */
const LONGEST = 26;

/**
 * The labels that fit without touching each other or the edge, first come first placed.
 *
 * @param project degrees to pixels
 * @param rise pixels from the place up to the middle of its text
 */
export function placeLabels(
  labels: readonly Label[],
  project: (longitude: number, latitude: number) => { x: number; y: number },
  size: { width: number; height: number },
  rise = 0,
): PlacedLabel[] {
  const placed: (PlacedLabel & { half: number })[] = [];
  for (const { code, text, longitude, latitude } of labels) {
    if (text.length > LONGEST) continue;
    const { x, y: middle } = project(longitude, latitude);
    const y = middle - rise;
    const half = (text.length * CHARACTER) / 2;
    const isOutside = x - half < GAP || x + half > size.width - GAP || y < HEIGHT || y > size.height - HEIGHT;
    if (isOutside) continue;
    const touches = placed.some(
      (other) => Math.abs(other.x - x) < half + other.half + GAP && Math.abs(other.y - y) < HEIGHT + GAP,
    );
    if (!touches) placed.push({ code, text, x, y, half });
  }
  return placed.map(({ half: _, ...label }) => label);
}

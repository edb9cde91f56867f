import type { Feature, FeatureCollection, LineString } from "geojson";

/** The part of the earth whose graticule is drawn: India with wide margins, in degrees. */
const EXTENT = { west: 55, east: 110, south: -5, north: 45 };

export const WIDE_STEP = 5;
export const FINE_STEP = 1;

const line = (coordinates: [number, number][], step: number): Feature<LineString> => ({
  type: "Feature",
  properties: { step },
  geometry: { type: "LineString", coordinates },
});

/** Meridians and parallels at every degree; `step` is 5 on every fifth, else 1. */
export function graticule(): FeatureCollection<LineString> {
  const { west, east, south, north } = EXTENT;
  const features: Feature<LineString>[] = [];
  const stepOf = (degree: number) => (degree % WIDE_STEP === 0 ? WIDE_STEP : FINE_STEP);
  for (let at = west; at <= east; at++) {
    features.push(
      line(
        [
          [at, south],
          [at, north],
        ],
        stepOf(at),
      ),
    );
  }
  for (let at = south; at <= north; at++) {
    features.push(
      line(
        [
          [west, at],
          [east, at],
        ],
        stepOf(at),
      ),
    );
  }
  return { type: "FeatureCollection", features };
}

/** The degrees between low and high at which a graticule line of this step stands. */
export function degreesBetween(low: number, high: number, step: number): number[] {
  const degrees: number[] = [];
  for (let at = Math.ceil(low / step) * step + 0; at <= high; at += step) degrees.push(at);
  return degrees;
}

import type { Feature, FeatureCollection, Point } from "geojson";

/** The pincodes as the graph gives them: aligned columns. */
export interface Points {
  readonly codes: readonly string[];
  readonly longitude: readonly number[];
  readonly latitude: readonly number[];
}

export interface PointProperties {
  /** Index into the columns. */
  readonly i: number;
  /** Class on the map. */
  readonly c: number;
}

export type PointFeatures = FeatureCollection<Point, PointProperties>;

/** Features of the points at these indices, each with its class. */
export function featuresOf(points: Points, classes: Int8Array, indices: Iterable<number>): PointFeatures {
  const features: Feature<Point, PointProperties>[] = [];
  for (const i of indices) {
    features.push({
      type: "Feature",
      properties: { i, c: classes[i]! },
      geometry: { type: "Point", coordinates: [points.longitude[i]!, points.latitude[i]!] },
    });
  }
  return { type: "FeatureCollection", features };
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** The box around the points at these indices; null around none. */
export function boundsOf(points: Points, indices: Iterable<number>): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of indices) {
    west = Math.min(west, points.longitude[i]!);
    east = Math.max(east, points.longitude[i]!);
    south = Math.min(south, points.latitude[i]!);
    north = Math.max(north, points.latitude[i]!);
  }
  return west <= east ? [west, south, east, north] : null;
}

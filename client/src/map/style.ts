import type { ExpressionSpecification, StyleSpecification } from "maplibre-gl";
import { NO_DATA, SHADES, shadeOf, ZERO } from "./classes.ts";
import { FINE_STEP, graticule, WIDE_STEP } from "./graticule.ts";
import type { Palette } from "./palette.ts";

const EMPTY = { type: "FeatureCollection" as const, features: [] };
const CLASS: ExpressionSpecification = ["get", "c"];

/** Zoom and radius in pixels: near touching where India fills a page, apart where a town does. */
const RADII: readonly [zoom: number, pixels: number][] = [
  [3, 1.2],
  [4.5, 2.1],
  [6, 3.2],
  [8, 5],
  [11, 9],
  [14, 14],
];

/** Points without data are smaller: they show the land, and step back. */
const radius = (scale: number): ExpressionSpecification => {
  const pixels = (size: number) => ["match", CLASS, NO_DATA, size * scale * 0.7, size * scale];
  return [
    "interpolate",
    ["exponential", 1.4],
    ["zoom"],
    ...RADII.flatMap(([zoom, size]) => [zoom, pixels(size)]),
  ] as ExpressionSpecification;
};

/** The blank offline style: a ground, a graticule, and four layers of points. Nothing comes from anywhere. */
export function blankStyle(): StyleSpecification {
  const points = { type: "geojson" as const, data: EMPTY, maxzoom: 12, buffer: 64, tolerance: 0 };
  const sorted = { "circle-sort-key": CLASS };
  return {
    version: 8,
    sources: {
      graticule: { type: "geojson", data: graticule() },
      points,
      focus: points,
      marks: { ...points },
    },
    layers: [
      { id: "ground", type: "background" },
      {
        id: "graticule-fine",
        type: "line",
        source: "graticule",
        minzoom: 6.5,
        filter: ["==", ["get", "step"], FINE_STEP],
      },
      {
        id: "graticule-wide",
        type: "line",
        source: "graticule",
        filter: ["==", ["get", "step"], WIDE_STEP],
      },
      {
        id: "points",
        type: "circle",
        source: "points",
        layout: sorted,
        paint: { "circle-radius": radius(1) },
      },
      {
        id: "focus",
        type: "circle",
        source: "focus",
        layout: sorted,
        paint: { "circle-radius": radius(1.15) },
      },
      { id: "marks", type: "circle", source: "marks", paint: { "circle-radius": radius(1.9) } },
    ],
  };
}

type Paint = readonly [layer: string, property: string, value: unknown];

/** Colour by class; classes above what the legend has are never met. */
function colours(palette: Palette, classes: number): ExpressionSpecification {
  const shades = Array.from({ length: SHADES }, (_, at) => [
    at + 1,
    palette.ramp[shadeOf(Math.min(at + 1, classes), classes) - 1]!,
  ]).flat();
  return [
    "match",
    CLASS,
    NO_DATA,
    palette.ground,
    ZERO,
    palette.zero,
    ...shades,
    palette.dim,
  ] as ExpressionSpecification;
}

/**
 * What to paint: the colours of each layer in this palette.
 *
 * @param classes of the legend, without those of no data and zero
 * @param focused whether a place is selected, all points outside it stepping back
 */
export function paintsOf(palette: Palette, classes: number, focused: boolean): Paint[] {
  const byClass = colours(palette, classes);
  const outline: ExpressionSpecification = [
    "match",
    CLASS,
    NO_DATA,
    palette.noData,
    ZERO,
    palette.noData,
    "transparent",
  ];
  const width: ExpressionSpecification = ["match", CLASS, NO_DATA, 0.7, ZERO, 0.7, 0];
  return [
    ["ground", "background-color", palette.ground],
    ["graticule-fine", "line-color", palette.line],
    ["graticule-wide", "line-color", palette.line],
    ["points", "circle-color", focused ? palette.dim : byClass],
    ["points", "circle-stroke-color", focused ? "transparent" : outline],
    ["points", "circle-stroke-width", focused ? 0 : width],
    ["focus", "circle-color", byClass],
    ["focus", "circle-stroke-color", outline],
    ["focus", "circle-stroke-width", width],
    ["marks", "circle-color", "transparent"],
    ["marks", "circle-stroke-color", palette.mark],
    ["marks", "circle-stroke-width", 2],
  ];
}

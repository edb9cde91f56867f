import "maplibre-gl/dist/maplibre-gl.css";
import { type GeoJSONSource, Map as MapLibreMap, type PointLike, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { Palette } from "./palette.ts";
import { type Bounds, featuresOf, type PointProperties, type Points } from "./points.ts";
import { blankStyle, paintsOf } from "./style.ts";

setWorkerUrl(workerUrl);

/** India's points with a margin for the legend. */
export const INDIA: Bounds = [68, 6.5, 97.5, 36.5];
const LIMITS: Bounds = [50, -8, 115, 48];
/** Room for the degrees at the top and right. */
const PADDING = { top: 40, right: 48, bottom: 28, left: 40 };
const NARROW_PADDING = { top: 28, right: 16, bottom: 12, left: 16 };
const NARROW = 480;
const REACH = 6;
const CLOSEST = 11;

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

export interface AtlasEvents {
  /** The point under the pointer, null when there is none any more. */
  readonly onPoint: (index: number | null) => void;
  readonly onClick: (index: number | null) => void;
  readonly onMove: () => void;
  /** All that was given is drawn. */
  readonly onIdle: () => void;
}

export interface Atlas {
  /** Draws all points by class. */
  draw(points: Points, classes: Int8Array): void;
  /** Draws the points at these indices over the others. */
  focus(points: Points, classes: Int8Array, indices: readonly number[]): void;
  paint(palette: Palette, classes: number, focused: boolean): void;
  mark(points: Points, indices: readonly number[]): void;
  fit(bounds: Bounds, calmly: boolean): void;
  zoomBy(steps: number): void;
  /** Tells screen readers what the canvas is and how its keys work. */
  describe(text: string): void;
  project(longitude: number, latitude: number): Pixel;
  /** What is seen, with the zoom. */
  frame(): { bounds: Bounds; zoom: number; width: number; height: number };
  close(): void;
}

/** A MapLibre map of points alone, on a blank style of our own. @throws where WebGL is missing */
export function openAtlas(container: HTMLElement, events: AtlasEvents): Atlas {
  const padding = () => (container.clientWidth < NARROW ? NARROW_PADDING : PADDING);
  const map = new MapLibreMap({
    container,
    style: blankStyle(),
    bounds: INDIA as [number, number, number, number],
    fitBoundsOptions: { padding: padding() },
    maxBounds: LIMITS as [number, number, number, number],
    maxZoom: 14,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const ready = new Promise<void>((resolve) => map.once("load", () => resolve()));
  let [closed, drawn] = [false, false];
  const whenReady = (act: () => void) => void ready.then(() => (closed ? undefined : act()));
  const source = (id: string) => map.getSource(id) as GeoJSONSource;

  function indexAt({ x, y }: Pixel): number | null {
    const box: [PointLike, PointLike] = [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ];
    const layers = ["focus", "points"].filter((id) => map.getLayer(id) !== undefined);
    let [nearest, least] = [null as number | null, Infinity];
    for (const feature of map.queryRenderedFeatures(box, { layers })) {
      if (feature.geometry.type !== "Point") continue;
      const at = map.project(feature.geometry.coordinates as [number, number]);
      const distance = Math.hypot(at.x - x, at.y - y);
      if (distance < least) [nearest, least] = [(feature.properties as PointProperties).i, distance];
    }
    return nearest;
  }

  let asked = 0;
  map.on("mousemove", ({ point }) => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      const index = indexAt(point);
      map.getCanvas().style.cursor = index === null ? "" : "pointer";
      events.onPoint(index);
    });
  });
  map.on("mouseout", () => {
    cancelAnimationFrame(asked);
    events.onPoint(null);
  });
  map.on("click", ({ point }) => events.onClick(indexAt(point)));
  map.on("move", events.onMove);
  map.on("resize", events.onMove);
  map.on("idle", () => drawn && events.onIdle());

  return {
    draw(points, classes) {
      whenReady(() => {
        source("points").setData(featuresOf(points, classes, points.codes.keys()));
        drawn = true;
      });
    },
    focus(points, classes, indices) {
      whenReady(() => source("focus").setData(featuresOf(points, classes, indices)));
    },
    paint(palette, classes, focused) {
      whenReady(() => {
        for (const [layer, property, value] of paintsOf(palette, classes, focused)) {
          map.setPaintProperty(layer, property as never, value as never);
        }
      });
    },
    mark(points, indices) {
      const classes = new Int8Array(points.codes.length);
      whenReady(() => source("marks").setData(featuresOf(points, classes, indices)));
    },
    fit(bounds, calmly) {
      map.fitBounds(bounds as [number, number, number, number], {
        padding: padding(),
        maxZoom: CLOSEST,
        duration: calmly ? 700 : 0,
      });
    },
    zoomBy(steps) {
      map.zoomTo(map.getZoom() + steps);
    },
    describe(text) {
      map.getCanvas().ariaLabel = text;
    },
    project(longitude, latitude) {
      const { x, y } = map.project([longitude, latitude]);
      return { x, y };
    },
    frame() {
      const bounds = map.getBounds();
      const { clientWidth: width, clientHeight: height } = container;
      return {
        bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
        zoom: map.getZoom(),
        width,
        height,
      };
    },
    close() {
      closed = true;
      map.remove();
    },
  };
}

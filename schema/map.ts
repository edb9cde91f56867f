import type { Metric } from "../data/activity/metric.ts";
import type { ActivityStore, DayRange } from "../data/activity/store.ts";
import type { Place } from "../data/places/place.ts";
import { legendBreaks } from "../engines/breaks.ts";
import { placesWithin } from "../engines/within.ts";
import { builder } from "./builder.ts";
import { countPlaces, USUAL } from "./estimate.ts";
import { MetricEnum } from "./metric.ts";
import { PlaceLevelEnum } from "./place.ts";
import { placeOf } from "./place-codes.ts";
import { FROM, rangeOf, TO } from "./range.ts";

/** Cost of one item of a column beside that of a field with a resolver of its own. */
const ITEM_COST = 0.2;

interface Layer {
  readonly codes: readonly string[];
  readonly longitude: readonly number[];
  readonly latitude: readonly number[];
  readonly value: readonly (number | null)[];
  readonly breaks: readonly number[];
  readonly unplaced: number;
  readonly unplacedValue: number | null;
}

const present = (value: number): number | null => (Number.isNaN(value) ? null : value);

function sumPresent(values: readonly number[]): number | null {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

async function layerOf(
  store: ActivityStore,
  places: readonly Place[],
  metric: Metric,
  range: DayRange,
  signal?: AbortSignal,
): Promise<Layer> {
  const sums = await store.values({ places, metric, ...range }, signal);
  const drawn: number[] = [];
  const unplaced: number[] = [];
  places.forEach(({ latitude, longitude }, at) => {
    (latitude === null || longitude === null ? unplaced : drawn).push(at);
  });
  return {
    codes: drawn.map((at) => places[at]!.code),
    longitude: drawn.map((at) => places[at]!.longitude!),
    latitude: drawn.map((at) => places[at]!.latitude!),
    value: drawn.map((at) => present(sums[at]!)),
    breaks: legendBreaks(Float64Array.from(drawn, (at) => sums[at]!)),
    unplaced: unplaced.length,
    unplacedValue: sumPresent(unplaced.map((at) => sums[at]!)),
  };
}

const MapLayer = builder.objectRef<Layer>("MapLayer");
MapLayer.implement({
  description:
    "Aligned columns: item i of each is the same place. Places without coordinates cannot be drawn and are only counted.",
  fields: (t) => ({
    codes: t.exposeIDList("codes", { complexity: 1, description: "Codes of the places, ascending." }),
    longitude: t.exposeFloatList("longitude", {
      complexity: 1,
      description: "Degrees east (WGS 84), from GeoNames postal data.",
    }),
    latitude: t.exposeFloatList("latitude", {
      complexity: 1,
      description: "Degrees north (WGS 84), from GeoNames postal data.",
    }),
    value: t.exposeFloatList("value", {
      nullable: { list: false, items: true },
      complexity: 1,
      description:
        "The metric's sum over the range. Unit: persons counted in reports. Null where absent, 0 where zero.",
    }),
    breaks: t.exposeFloatList("breaks", {
      complexity: USUAL.breaks / countPlaces("PINCODE", "IN"),
      description:
        "Legend breaks in the unit of value: quantiles of the positive values, rounded, strictly increasing, six at most. Class 0 lies below the first, class i from breaks[i-1] on.",
    }),
    unplaced: t.exposeInt("unplaced", {
      complexity: 0,
      description: "Places left out of the columns since no source places them.",
    }),
    unplacedValue: t.exposeFloat("unplacedValue", {
      nullable: true,
      complexity: 0,
      description:
        "The metric's sum over those places. Unit: persons counted in reports. Null where none reported.",
    }),
  }),
});

builder.queryField("map", (t) =>
  t.field({
    type: MapLayer,
    description: "One column per attribute, aligned by index: made for 19,000 points at once.",
    args: {
      level: t.arg({ type: PlaceLevelEnum, required: true, description: "Level of the places drawn." }),
      metric: t.arg({ type: MetricEnum, description: "What is counted; ACTIVITY where left out." }),
      from: t.arg({ type: "Date", description: FROM }),
      to: t.arg({ type: "Date", description: TO }),
      within: t.arg.id({ defaultValue: "IN", description: "Code of any place they lie in." }),
    },
    complexity: ({ level, within }) => {
      const items = countPlaces(level, within == null ? within : String(within)) * ITEM_COST;
      return { field: 5 + items, multiplier: Math.max(items, 1) };
    },
    resolve: (_, { level, metric, from, to, within }, { store, signal }) => {
      const root = placeOf(store.gazetteer, String(within ?? "IN"), "within");
      const places = placesWithin(store, level, root);
      return layerOf(store, places, metric ?? "ACTIVITY", rangeOf(store.dataset, { from, to }), signal);
    },
  }),
);

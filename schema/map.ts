import { Fault } from "../data/fault.ts";
import type { Place } from "../data/places/place.ts";
import { legendBreaks } from "../engines/breaks.ts";
import type { Sector } from "../engines/risk/formulas.ts";
import { placesWithin } from "../engines/within.ts";
import { builder } from "./builder.ts";
import { countPlaces, USUAL } from "./estimate.ts";
import { MetricEnum } from "./metric.ts";
import { PlaceLevelEnum } from "./place.ts";
import { placeOf } from "./place-codes.ts";
import { FROM, rangeOf, TO } from "./range.ts";
import { RiskLevelEnum, SectorEnum } from "./risk.ts";

/** Cost of one item of a column beside that of a field with a resolver of its own. */
const ITEM_COST = 0.2;

interface Layer {
  readonly places: readonly Place[];
  readonly sector: Sector | null;
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

/** A layer of values aligned with the places; NaN where absent. */
function layerOf(
  places: readonly Place[],
  values: Float64Array,
  breaksOf: (values: Float64Array) => readonly number[],
  sector: Sector | null,
): Layer {
  const drawn: number[] = [];
  const unplaced: number[] = [];
  places.forEach(({ latitude, longitude }, at) => {
    (latitude === null || longitude === null ? unplaced : drawn).push(at);
  });
  return {
    places: drawn.map((at) => places[at]!),
    sector,
    codes: drawn.map((at) => places[at]!.code),
    longitude: drawn.map((at) => places[at]!.longitude!),
    latitude: drawn.map((at) => places[at]!.latitude!),
    value: drawn.map((at) => present(values[at]!)),
    breaks: breaksOf(Float64Array.from(drawn, (at) => values[at]!)),
    unplaced: unplaced.length,
    unplacedValue: sector === null ? sumPresent(unplaced.map((at) => values[at]!)) : null,
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
        "The metric's sum over the range, in persons counted in reports, or the sector's score, 0..100. Null where absent, 0 where zero.",
    }),
    level: t.field({
      type: [RiskLevelEnum],
      nullable: { list: true, items: true },
      complexity: 1,
      description:
        "How high the sector's score is, or the five sectors' together where none is asked for. Null where the place filed no report; null as a whole, with ENGINE_NOT_READY, in the first minute of a new dataset.",
      resolve: ({ places, sector }, _, { engines }) => {
        const risk = engines.risk();
        return places.map(({ level, index }) => risk.levelOf(risk.column(level, sector)[index]!));
      },
    }),
    breaks: t.exposeFloatList("breaks", {
      complexity: USUAL.breaks / countPlaces("PINCODE", "IN"),
      description:
        "Legend breaks in the unit of value: quantiles of the positive values, rounded, strictly increasing, six at most; of scores the bounds of the levels. Class 0 lies below the first, class i from breaks[i-1] on.",
    }),
    unplaced: t.exposeInt("unplaced", {
      complexity: 0,
      description: "Places left out of the columns since no source places them.",
    }),
    unplacedValue: t.exposeFloat("unplacedValue", {
      nullable: true,
      complexity: 0,
      description:
        "The metric's sum over those places. Unit: persons counted in reports. Null where none reported, and of scores.",
    }),
  }),
});

builder.queryField("map", (t) =>
  t.field({
    type: MapLayer,
    nullable: true,
    description:
      "One column per attribute, aligned by index: made for 19,000 points at once. Null with an error alone: ENGINE_NOT_READY where a sector is asked for in the first minute of a new dataset.",
    args: {
      level: t.arg({ type: PlaceLevelEnum, required: true, description: "Level of the places drawn." }),
      sector: t.arg({
        type: SectorEnum,
        description: "Scores of this sector, over the whole dataset, instead of a metric's sums.",
      }),
      metric: t.arg({ type: MetricEnum, description: "What is counted; ACTIVITY where left out." }),
      from: t.arg({ type: "Date", description: FROM }),
      to: t.arg({ type: "Date", description: TO }),
      within: t.arg.id({ defaultValue: "IN", description: "Code of any place they lie in." }),
    },
    complexity: ({ level, within }) => {
      const items = countPlaces(level, within == null ? within : String(within)) * ITEM_COST;
      return { field: 5 + items, multiplier: Math.max(items, 1) };
    },
    resolve: async (_, { level, sector, metric, from, to, within }, { store, signal, engines }) => {
      const root = placeOf(store.gazetteer, String(within ?? "IN"), "within");
      const places = placesWithin(store, level, root);
      const range = rangeOf(store.dataset, { from, to });
      if (sector == null) {
        const sums = await store.values({ places, metric: metric ?? "ACTIVITY", ...range }, signal);
        return layerOf(places, sums, legendBreaks, null);
      }
      if (metric != null || from != null || to != null)
        throw new Fault(
          "BAD_USER_INPUT",
          "A sector's scores are over the whole dataset: ask for sector, or for metric, from and to.",
        );
      const risk = engines.risk();
      const scores = risk.column(level, sector);
      const values = Float64Array.from(places, ({ index }) => scores[index]!);
      return layerOf(places, values, () => risk.thresholds, sector);
    },
  }),
);

import type { Place as PlaceShape } from "../data/places/place.ts";
import { ancestorsOf, parentOf } from "../engines/within.ts";
import { builder } from "./builder.ts";
import { ReportingCalendar } from "./calendar.ts";
import { countBuckets, USUAL } from "./estimate.ts";
import { LanguageEnum } from "./language.ts";
import { MetricEnum } from "./metric.ts";
import { FROM, rangeOf, TO } from "./range.ts";
import { SeriesPoint, seriesPoints } from "./series.ts";
import { TimeGrainEnum } from "./time-grain.ts";

export const PlaceLevelEnum = builder.enumType("PlaceLevel", {
  description: "The four levels of the place tree, outermost first.",
  values: {
    COUNTRY: { description: "India." },
    STATE: { description: "A state or union territory." },
    DISTRICT: { description: "A district." },
    PINCODE: { description: "A postal delivery area of six digits." },
  } as const,
});

const TYPES = { COUNTRY: "Country", STATE: "State", DISTRICT: "District", PINCODE: "Pincode" } as const;

export const Place = builder.interfaceRef<PlaceShape>("Place");

Place.implement({
  description:
    "A place of India's administrative and postal tree. Source of names and coordinates: the committed gazetteer, made from India Post pincodes by GeoNames (CC BY 4.0) and ISO 3166-2:IN.",
  resolveType: (place) => TYPES[place.level],
  fields: (t) => ({
    code: t.exposeID("code", {
      description:
        "IN, IN-MH (ISO 3166-2:IN), IN-MH/pune (state and district), or the six digits of a pincode.",
    }),
    level: t.expose("level", { type: PlaceLevelEnum, description: "The level the place stands at." }),
    name: t.string({
      description: "The place's name; a pincode's is that of its area.",
      args: {
        language: t.arg({
          type: LanguageEnum,
          defaultValue: "EN",
          description: "Language of the name; English where none is known in it.",
        }),
      },
      resolve: (place, { language }) => place.name[language ?? "EN"],
    }),
    latitude: t.exposeFloat("latitude", {
      nullable: true,
      description:
        "Degrees north (WGS 84) of the place's middle, from GeoNames postal data. Null where no source places it.",
    }),
    longitude: t.exposeFloat("longitude", {
      nullable: true,
      description:
        "Degrees east (WGS 84) of the place's middle, from GeoNames postal data. Null where no source places it.",
    }),
    parent: t.field({
      type: Place,
      nullable: true,
      description: "The place this one lies in; for a pincode its home district. Null for the country.",
      resolve: (place, _, { store }) => parentOf(store, place),
    }),
    ancestors: t.field({
      type: [Place],
      complexity: { field: 1, multiplier: USUAL.ancestors },
      description: "The places this one lies in, outermost first.",
      resolve: (place, _, { store }) => ancestorsOf(store, place),
    }),
    value: t.float({
      nullable: true,
      complexity: 2,
      description:
        "The metric's sum over the range. Unit: persons counted in reports. Null where the place filed no report of it. A pincode's is its whole sum, whichever districts it lies in.",
      args: {
        metric: t.arg({ type: MetricEnum, required: true, description: "What is counted." }),
        from: t.arg({ type: "Date", description: FROM }),
        to: t.arg({ type: "Date", description: TO }),
      },
      resolve: (place, { metric, from, to }, { store, values }) =>
        values(metric, rangeOf(store.dataset, { from, to })).load(place),
    }),
    series: t.field({
      type: [SeriesPoint],
      complexity: ({ bucket, from, to }) => ({
        field: 2,
        multiplier: countBuckets(bucket ?? "DAY", { from, to }),
      }),
      description: "The metric over time: one point for every bucket from `from` to `to`, silent ones too.",
      args: {
        metric: t.arg({ type: MetricEnum, required: true, description: "What is counted." }),
        bucket: t.arg({
          type: TimeGrainEnum,
          defaultValue: "DAY",
          description: "Length of one point's time.",
        }),
        from: t.arg({ type: "Date", description: FROM }),
        to: t.arg({ type: "Date", description: TO }),
      },
      resolve: async (place, { metric, bucket, from, to }, { store, series, calendar }) => {
        const range = rangeOf(store.dataset, { from, to });
        const found = await series(metric, bucket ?? "DAY", range).load(place);
        return seriesPoints(found, range.to, () => calendar(metric, range).load(place));
      },
    }),
    calendar: t.field({
      type: ReportingCalendar,
      complexity: { field: 5, multiplier: 1 },
      description: "When the place reported the metric: days with a report, monthly batches, silent days.",
      args: {
        metric: t.arg({ type: MetricEnum, defaultValue: "ACTIVITY", description: "What is counted." }),
        from: t.arg({ type: "Date", description: FROM }),
        to: t.arg({ type: "Date", description: TO }),
      },
      resolve: (place, { metric, from, to }, { store, calendar }) =>
        calendar(metric ?? "ACTIVITY", rangeOf(store.dataset, { from, to })).load(place),
    }),
  }),
});

import type { Metric } from "../data/activity/metric.ts";
import { Fault } from "../data/fault.ts";
import type { Place as PlaceShape } from "../data/places/place.ts";
import type { Accuracy } from "../engines/outlook/accuracy.ts";
import {
  forecastPlace,
  type PlaceForecast,
  type ForecastPoint as Point,
} from "../engines/outlook/forecast.ts";
import { NOTES } from "../engines/outlook/notes.ts";
import { builder } from "./builder.ts";
import { LanguageEnum } from "./language.ts";
import { MetricEnum } from "./metric.ts";
import { Place } from "./place.ts";
import { placeOf } from "./place-codes.ts";
import { TimeGrainEnum } from "./time-grain.ts";

const LONGEST = 180;
const USUAL = 28;
/** Cost of one forecast: the country's is made of 108 series. */
const COST = 200;

const ForecastPoint = builder.objectRef<Point>("ForecastPoint");
ForecastPoint.implement({
  description:
    "What is expected of a report day, or a month. Unit: persons counted in reports, whole or not.",
  fields: (t) => ({
    date: t.expose("date", { type: "Date", description: "The day; of a month its first." }),
    mean: t.exposeFloat("mean", { description: "What is expected. Places add up to those above them." }),
    lower80: t.exposeFloat("lower80", { description: "Eight in ten such counts lie from here …" }),
    upper80: t.exposeFloat("upper80", { description: "… up to here." }),
    lower95: t.exposeFloat("lower95", { description: "Nineteen in twenty lie from here …" }),
    upper95: t.exposeFloat("upper95", { description: "… up to here." }),
  }),
});

const ForecastAccuracy = builder.objectRef<Accuracy>("ForecastAccuracy");
ForecastAccuracy.implement({
  description: "How forecasts of this place, made the same way from points of its past, came out.",
  fields: (t) => ({
    mase: t.exposeFloat("mase", {
      description:
        "Mean absolute scaled error (Hyndman & Koehler 2006): 1 is the seasonal naive forecast's one week, or month, ahead, on average over the past.",
    }),
    seasonalNaiveMase: t.exposeFloat("seasonalNaiveMase", {
      description: "The same of the seasonal naive forecast from the same points.",
    }),
    coverage80: t.exposeFloat("coverage80", {
      description: "Share of counts within lower80 and upper80, 0..1.",
    }),
    coverage95: t.exposeFloat("coverage95", { description: "Share within lower95 and upper95, 0..1." }),
    origins: t.exposeInt("origins", { description: "Points of the past." }),
  }),
});

export interface Made extends PlaceForecast {
  readonly place: PlaceShape;
  readonly metric: Metric;
}

export const Forecast = builder.objectRef<Made>("Forecast");
Forecast.implement({
  description: "What a place's reports are expected to count, from their own past alone (docs/methods.md).",
  fields: (t) => ({
    place: t.expose("place", { type: Place, description: "Of which place." }),
    metric: t.expose("metric", { type: MetricEnum, description: "What is counted." }),
    bucket: t.field({
      type: TimeGrainEnum,
      description:
        "DAY, or MONTH; months although days were asked for where reports come as monthly batches.",
      resolve: ({ grain }) => grain,
    }),
    method: t.exposeString("method", {
      description: "What the state's forecast is made of, with weights; sum where it is one of several.",
    }),
    total: t.float({
      description:
        "Sum of the points' means: what all of them together should bring. Zero where there are none.",
      resolve: ({ points }) => points.reduce((sum, { mean }) => sum + mean, 0),
    }),
    points: t.expose("points", {
      type: [ForecastPoint],
      complexity: { field: 1, multiplier: USUAL },
      description: "The weekdays on which reports come, or months, in order.",
    }),
    accuracy: t.expose("accuracy", {
      type: ForecastAccuracy,
      nullable: true,
      description: "Null where the past is too short.",
    }),
    notes: t.stringList({
      description: "What to bear in mind.",
      args: { language: t.arg({ type: LanguageEnum, defaultValue: "EN", description: "Language of it." }) },
      resolve: ({ notes }, { language }) => notes.map((note) => NOTES[note][language ?? "EN"]),
    }),
  }),
});

builder.queryField("forecast", (t) =>
  t.field({
    type: Forecast,
    nullable: true,
    complexity: ({ horizonDays }) => ({
      field: COST,
      multiplier: Math.max(1, (horizonDays ?? USUAL) / USUAL),
    }),
    description:
      "What a place's reports are expected to count after the last day of the data. Null with an error alone: ENGINE_NOT_READY in the first minute of a new dataset.",
    args: {
      place: t.arg.id({ required: true, description: "Code of any place." }),
      metric: t.arg({ type: MetricEnum, required: true, description: "What is counted." }),
      horizonDays: t.arg.int({ defaultValue: USUAL, description: `Days ahead, 1 to ${LONGEST}.` }),
      bucket: t.arg({
        type: TimeGrainEnum,
        defaultValue: "DAY",
        description: "DAY or MONTH: report days, or whole months that begin within the horizon.",
      }),
    },
    resolve: async (_, { place: code, metric, horizonDays, bucket }, { store, engines, signal }) => {
      const place = placeOf(store.gazetteer, String(code), "place");
      const horizon = horizonDays ?? USUAL;
      const grain = bucket ?? "DAY";
      if (horizon < 1 || horizon > LONGEST)
        throw new Fault(
          "BAD_USER_INPUT",
          `horizonDays is ${horizon}: give days after the data's last, from 1 to ${LONGEST}.`,
          { argument: "horizonDays", min: 1, max: LONGEST },
        );
      if (grain !== "DAY" && grain !== "MONTH")
        throw new Fault("BAD_USER_INPUT", `bucket is ${grain}: forecasts are of DAY or MONTH.`);
      const made = await forecastPlace(store, engines.outlook(), { place, metric, grain, horizon }, signal);
      return { ...made, place, metric };
    },
  }),
);

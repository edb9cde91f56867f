import { parseDay } from "../data/activity/day.ts";
import type { Place as PlaceShape } from "../data/places/place.ts";
import { ACTIONS } from "../engines/insights/actions.ts";
import { countLevels } from "../engines/insights/level-counts.ts";
import { MINISTRIES, type Ministry } from "../engines/insights/ministries.ts";
import { triggerOf } from "../engines/insights/trigger.ts";
import { RISK_CAVEAT } from "../engines/risk/words.ts";
import { builder } from "./builder.ts";
import type { GraphContext } from "./context.ts";
import { LanguageEnum } from "./language.ts";
import { MetricEnum } from "./metric.ts";
import { MonthChange, monthOf } from "./month-change.ts";
import { Place } from "./place.ts";
import { RiskLevelEnum, SectorEnum } from "./risk.ts";

const TOP = 5;
/** Persons in reports without which a district is too small to lead a list. */
const LEAST_ACTIVITY = 1000;
/** Every pincode's score, and every district's activity, is looked at. */
const LEVELS_COST = 500;
const DISTRICTS_COST = 500;

const languageArg = { type: LanguageEnum, defaultValue: "EN", description: "Language of it." } as const;

interface Scored {
  readonly place: PlaceShape;
  readonly score: number;
}

const ScoredPlace = builder.objectRef<Scored>("ScoredPlace");
ScoredPlace.implement({
  description: "A place with a score.",
  fields: (t) => ({
    place: t.expose("place", { type: Place, description: "Which." }),
    score: t.exposeFloat("score", { description: "0..100." }),
  }),
});

async function leadingDistricts(
  { store, engines, signal }: GraphContext,
  { sector }: Ministry,
): Promise<Scored[]> {
  const { dataset, gazetteer } = store;
  const range = { from: parseDay(dataset.from)!, to: parseDay(dataset.to)! };
  const activity = await store.values({ places: gazetteer.districts, metric: "ACTIVITY", ...range }, signal);
  const scores = engines.risk().column("DISTRICT", sector);
  return gazetteer.districts
    .filter(({ index }) => activity[index]! >= LEAST_ACTIVITY && !Number.isNaN(scores[index]!))
    .map((place) => ({ place, score: scores[place.index]! }))
    .sort((a, b) => b.score - a.score || a.place.index - b.place.index)
    .slice(0, TOP);
}

const countOf = ({ engines }: GraphContext, { sector }: Ministry, level: "HIGH" | "CRITICAL"): number => {
  const risk = engines.risk();
  return countLevels(risk, risk.column("PINCODE", sector))[level];
};

const MinistryInsight = builder.objectRef<Ministry>("MinistryInsight");
MinistryInsight.implement({
  description: `What a ministry's sector says of the country. ${RISK_CAVEAT.EN}`,
  fields: (t) => ({
    ministry: t.string({
      description: "The ministry's name.",
      args: { language: t.arg(languageArg) },
      resolve: ({ name }, { language }) => name[language ?? "EN"],
    }),
    sector: t.expose("sector", { type: SectorEnum, description: "The sector that speaks to it." }),
    high: t.int({
      complexity: LEVELS_COST,
      description: "Pincodes at HIGH.",
      resolve: (one, _, context) => countOf(context, one, "HIGH"),
    }),
    critical: t.int({
      complexity: LEVELS_COST,
      description: "Pincodes at CRITICAL.",
      resolve: (one, _, context) => countOf(context, one, "CRITICAL"),
    }),
    score: t.float({
      nullable: true,
      description: "Mean score of all pincodes, weighted by activity, 0..100; null where there is none.",
      resolve: ({ sector }, _, { engines, store }) => {
        const risk = engines.risk();
        const { country } = store.gazetteer;
        return risk.has(country) ? risk.sector(country, sector) : null;
      },
    }),
    level: t.field({
      type: RiskLevelEnum,
      nullable: true,
      description: "How high that is.",
      resolve: ({ sector }, _, { engines, store }) =>
        engines.risk().levelOf(engines.risk().sector(store.gazetteer.country, sector)),
    }),
    districts: t.field({
      type: [ScoredPlace],
      complexity: { field: DISTRICTS_COST, multiplier: TOP },
      description: `The ${TOP} districts with the highest scores, of those with at least ${LEAST_ACTIVITY} persons in reports.`,
      resolve: (one, _, context) => leadingDistricts(context, one),
    }),
    metric: t.expose("metric", {
      type: MetricEnum,
      description: "The metric that the sector leans on most.",
    }),
    metricReason: t.string({
      description: "Why that metric: its part in the sector's formula.",
      args: { language: t.arg(languageArg) },
      resolve: ({ why }, { language }) => why[language ?? "EN"],
    }),
    month: t.field({
      type: MonthChange,
      nullable: true,
      complexity: 50,
      description: "That metric in the last whole month; null where the data hold none.",
      resolve: ({ metric }, _, context) => monthOf(context, metric),
    }),
    caveat: t.string({
      description: "What the scores are not.",
      args: { language: t.arg(languageArg) },
      resolve: (_, { language }) => RISK_CAVEAT[language ?? "EN"],
    }),
    action: t.string({
      nullable: true,
      description:
        "What may be done at the country's level, from the reviewed table; null where there is no score.",
      args: { language: t.arg(languageArg) },
      resolve: ({ sector }, { language }, { engines, store }) => {
        const level = engines.risk().levelOf(engines.risk().sector(store.gazetteer.country, sector));
        return level === null ? null : ACTIONS[sector][level][language ?? "EN"];
      },
    }),
    trigger: t.string({
      nullable: true,
      description: "The finding that it answers: score, level, and of how many pincodes it is the mean.",
      args: { language: t.arg(languageArg) },
      resolve: ({ sector }, { language }, { engines, store }) =>
        triggerOf(engines.risk(), store.gazetteer.country, sector)?.[language ?? "EN"] ?? null,
    }),
  }),
});

builder.queryField("ministries", (t) =>
  t.field({
    type: [MinistryInsight],
    nullable: true,
    complexity: { field: 20, multiplier: MINISTRIES.length },
    description:
      "One row for each ministry that the five sectors speak to. Null, with ENGINE_NOT_READY, in the first minute of a new dataset.",
    resolve: (_root, _args, { engines }) => {
      engines.risk();
      return [...MINISTRIES];
    },
  }),
);

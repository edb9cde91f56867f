import { createHash } from "node:crypto";
import { execute, type GraphQLSchema, parse } from "graphql";
import { countKinds } from "../data/activity/calendar/day-kinds.ts";
import { parseDay } from "../data/activity/day.ts";
import type { Metric } from "../data/activity/metric.ts";
import type { DayCounts } from "../data/activity/store.ts";
import type { Language, Place as PlaceShape } from "../data/places/place.ts";
import type { Role } from "../engines/assistant/understood.ts";
import { actionsFor } from "../engines/insights/actions.ts";
import { ROLES } from "../engines/insights/roles.ts";
import { forecastPlace } from "../engines/outlook/forecast.ts";
import { RISK_CAVEAT } from "../engines/risk/words.ts";
import { ancestorsOf, parentOf } from "../engines/within.ts";
import { RecommendedAction } from "./actions.ts";
import { Alert } from "./alert.ts";
import { builder } from "./builder.ts";
import type { GraphContext } from "./context.ts";
import { Dataset } from "./dataset.ts";
import { Forecast } from "./forecast.ts";
import { LanguageEnum } from "./language.ts";
import { MetricEnum } from "./metric.ts";
import { MonthChange, monthOf } from "./month-change.ts";
import { Place } from "./place.ts";
import { placeOf } from "./place-codes.ts";
import { Projection, project } from "./projection.ts";
import { REPORT_CONTENT } from "./report-document.ts";
import { RoleEnum } from "./roles.ts";

const ALERTS = 6;
const FORECAST_DAYS = 28;
const HORIZONS = [1, 5, 10] as const;
const HEADLINES: readonly Metric[] = ["ACTIVITY", "ENROLMENT", "DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"];
const COST = 6000;
const NOT_READY = "Null, with ENGINE_NOT_READY, in the first minute of a new dataset.";

interface Asked {
  readonly place: PlaceShape;
  readonly role: Role;
  readonly language: Language;
}

const rangeOf = ({ store: { dataset } }: GraphContext) => ({
  from: parseDay(dataset.from)!,
  to: parseDay(dataset.to)!,
});

/** The places of the same level under the same parent, with data. */
function siblingsOf({ store }: GraphContext, place: PlaceShape): readonly PlaceShape[] {
  const { states, districts, pincodes, country } = store.gazetteer;
  if (place.level === "COUNTRY") return [country];
  if (place.level === "STATE") return states.filter((one) => store.populated(one));
  if (place.level === "DISTRICT")
    return districts.filter((one) => one.state === place.state && store.populated(one));
  return store.pincodesOf(place.district).map((index) => pincodes[index]!);
}

interface Headline {
  readonly place: PlaceShape;
  readonly metric: Metric;
}

async function sumsOf(context: GraphContext, { place, metric }: Headline) {
  const siblings = siblingsOf(context, place);
  const sums = await context.store.values({ places: siblings, metric, ...rangeOf(context) }, context.signal);
  return { own: sums[siblings.indexOf(place)] ?? Number.NaN, sums };
}

const Headline = builder.objectRef<Headline>("ReportHeadline");
Headline.implement({
  description: "A metric of the place, beside its past and its siblings.",
  fields: (t) => ({
    metric: t.expose("metric", { type: MetricEnum, description: "Which." }),
    total: t.float({
      nullable: true,
      description: "Over the whole dataset. Unit: persons counted in reports. Null where absent.",
      resolve: ({ place, metric }, _, context) => context.values(metric, rangeOf(context)).load(place),
    }),
    rank: t.int({
      nullable: true,
      description: "Among its siblings by that, 1 being the largest; null where absent.",
      resolve: async (headline, _, context) => {
        const { own, sums } = await sumsOf(context, headline);
        return Number.isNaN(own) ? null : 1 + sums.filter((sum) => sum > own).length;
      },
    }),
    siblings: t.int({
      description: "Places of the same level under the same parent, itself among them, that reported it.",
      resolve: async (headline, _, context) => {
        const { sums } = await sumsOf(context, headline);
        return sums.filter((sum) => !Number.isNaN(sum)).length;
      },
    }),
    share: t.float({
      nullable: true,
      description: "Part of the place above it, 0..1; null for the country and where absent.",
      resolve: async ({ place, metric }, _, context) => {
        const parent = parentOf(context.store, place);
        if (parent === null) return null;
        const load = (one: PlaceShape) => context.values(metric, rangeOf(context)).load(one);
        const [own, above] = await Promise.all([load(place), load(parent)]);
        return own === null || above === null || above === 0 ? null : own / above;
      },
    }),
    month: t.field({
      type: MonthChange,
      nullable: true,
      complexity: 50,
      description: "In the last whole month; null where the data hold none.",
      resolve: ({ place, metric }, _, context) => monthOf(context, metric, place),
    }),
  }),
});

const ReportCoverage = builder.objectRef<DayCounts>("ReportCoverage");
ReportCoverage.implement({
  description: "When the place reported anything. Unit: days from the data's first to their last.",
  fields: (t) => ({
    reportDays: t.exposeInt("reportDays", { description: "Days with a report, batches among them." }),
    batches: t.exposeInt("batches", { description: "Monthly batches, dated the 1st." }),
    missingDays: t.exposeInt("missingDays", { description: "Days of which nothing is known." }),
  }),
});

const CAVEATS: Readonly<Record<Language, readonly string[]>> = {
  EN: [
    RISK_CAVEAT.EN,
    "A day without a report is no zero: nothing is known of it. Months differ in how many days brought reports.",
  ],
  HI: [
    RISK_CAVEAT.HI,
    "बिना रिपोर्ट का दिन शून्य नहीं है: उसका कुछ ज्ञात नहीं। महीनों में रिपोर्ट वाले दिनों की संख्या अलग-अलग होती है।",
  ],
};

/** The id of a report: the same for the same content, whoever asks and whenever. */
async function idOf(
  { place, role, language }: Asked,
  schema: GraphQLSchema,
  contextValue: GraphContext,
): Promise<string> {
  const variableValues = { place: place.code, role, language };
  const { data, errors } = await execute({
    schema,
    document: parse(REPORT_CONTENT),
    variableValues,
    contextValue,
  });
  if (errors !== undefined) throw errors[0]!.originalError ?? errors[0]!;
  return createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 16);
}

const Report = builder.objectRef<Asked>("Report");
Report.implement({
  description:
    "One place at a glance, for one who asks in a role. The role decides what comes first, never a figure. At /report/{code} it is a page to print.",
  fields: (t) => ({
    id: t.id({
      nullable: true,
      complexity: COST,
      description: `Made of the content: the same data give the same id. ${NOT_READY}`,
      resolve: (asked, _, context, { schema }) => idOf(asked, schema, context),
    }),
    place: t.expose("place", { type: Place, description: "Of which place." }),
    role: t.expose("role", { type: RoleEnum, description: "For whom." }),
    language: t.expose("language", { type: LanguageEnum, description: "In which language." }),
    dataset: t.field({
      type: Dataset,
      description: "What it rests on.",
      resolve: (_root, _args, { store }) => store.dataset,
    }),
    situation: t.field({
      type: [Headline],
      complexity: { field: 50, multiplier: HEADLINES.length },
      description: "All activity and the three datasets.",
      resolve: ({ place }) => HEADLINES.map((metric) => ({ place, metric })),
    }),
    coverage: t.field({
      type: ReportCoverage,
      description: "When the place reported.",
      resolve: async ({ place }, _, context) => {
        const { store, signal } = context;
        const { kinds } = await store.calendar(
          { places: [place], metric: "ACTIVITY", ...rangeOf(context) },
          signal,
        );
        return countKinds({ kinds: kinds[0]! });
      },
    }),
    alerts: t.field({
      type: [Alert],
      nullable: true,
      complexity: { field: 50, multiplier: ALERTS },
      description: `The newest alerts that touch the place, ${ALERTS} at most. ${NOT_READY}`,
      resolve: ({ place }, _, { store, engines }) =>
        engines
          .alerts()
          .filter(({ places }) =>
            places.some((one) => one === place || ancestorsOf(store, one).includes(place)),
          )
          .slice(0, ALERTS),
    }),
    forecast: t.field({
      type: Forecast,
      nullable: true,
      complexity: { field: 200, multiplier: 1 },
      description: `What all activity of the next ${FORECAST_DAYS} days should come to. ${NOT_READY}`,
      resolve: async ({ place }, _, { store, engines, signal }) => {
        const request = { place, metric: "ACTIVITY", grain: "DAY", horizon: FORECAST_DAYS } as const;
        return {
          ...(await forecastPlace(store, engines.outlook(), request, signal)),
          place,
          metric: request.metric,
        };
      },
    }),
    projection: t.field({
      type: Projection,
      nullable: true,
      complexity: { field: 2000, multiplier: 1 },
      description:
        "People and what they need in 1, 5 and 10 years; null for pincodes, of which no population is known.",
      resolve: ({ place }, _, context) =>
        place.level === "PINCODE" ? null : project(context, place.code, HORIZONS, null),
    }),
    actions: t.field({
      type: [RecommendedAction],
      nullable: true,
      complexity: { field: 5, multiplier: 5 },
      description: `What may be done, the higher levels first, of one level in the order of the role. ${NOT_READY}`,
      resolve: ({ place, role }, _, { engines }) => actionsFor(engines.risk(), place, role),
    }),
    sectors: t.stringList({
      description: "The five sectors in the order of the role.",
      resolve: ({ role }) => [...ROLES[role].sectors],
    }),
    caveats: t.stringList({
      description: "What to bear in mind.",
      args: { language: t.arg({ type: LanguageEnum, defaultValue: "EN", description: "Language of them." }) },
      resolve: (_, { language }) => [...CAVEATS[language ?? "EN"]],
    }),
  }),
});

builder.queryField("report", (t) =>
  t.field({
    type: Report,
    nullable: true,
    complexity: { field: 5, multiplier: 1 },
    description: "One place at a glance. Null with an error alone.",
    args: {
      place: t.arg.id({ required: true, description: "Code of any place." }),
      role: t.arg({ type: RoleEnum, defaultValue: "DISTRICT_ADMIN", description: "Who asks." }),
      language: t.arg({ type: LanguageEnum, defaultValue: "EN", description: "Language of its sentences." }),
    },
    resolve: (_, { place, role, language }, { store }) => ({
      place: placeOf(store.gazetteer, String(place), "place"),
      role: role ?? "DISTRICT_ADMIN",
      language: language ?? "EN",
    }),
  }),
);

import { type Alert as AlertShape, idOf } from "../engines/alerts/alerts.ts";
import { SEVERITIES, type Severity } from "../engines/alerts/policy.ts";
import { explain } from "../engines/nation/explain.ts";
import { Anomaly, AnomalyKindEnum } from "./anomaly.ts";
import { builder } from "./builder.ts";
import { countPage } from "./estimate.ts";
import { liesIn, pageAsked, pageOfFound, watchedOf } from "./finding-list.ts";
import { LanguageEnum } from "./language.ts";
import { MetricEnum } from "./metric.ts";
import { type Page, PageInfo, pageSize } from "./page.ts";
import { Place, PlaceLevelEnum } from "./place.ts";
import { rangeOf } from "./range.ts";

const FIRST = 50;
const FIRST_OF_ALERT = 10;
const LIST_COST = 50;

const SeverityEnum = builder.enumType("Severity", {
  description:
    "How much an alert matters: by persons more or fewer than expected, a step less where it is not sure.",
  values: {
    NOTICE: { description: "Fewer than 100." },
    WARNING: { description: "From 100." },
    CRITICAL: { description: "From 1,000." },
  } satisfies Record<Severity, { description: string }>,
});

const Alert = builder.objectRef<AlertShape>("Alert");
Alert.implement({
  description:
    "Findings that one officer would see as one event: of one dataset and direction, in a pincode, its district, its state or near pincodes, on overlapping or following days.",
  fields: (t) => ({
    id: t.id({
      description: "Stable while the dataset is: kind, metric, place and first day.",
      resolve: (alert, _, { engines }) => idOf(alert, engines.findings().first),
    }),
    severity: t.expose("severity", { type: SeverityEnum, description: "That of its most severe finding." }),
    kind: t.field({
      type: AnomalyKindEnum,
      description: "That of its lead.",
      resolve: ({ lead }) => lead.kind,
    }),
    metric: t.field({
      type: MetricEnum,
      description: "Of which dataset.",
      resolve: ({ lead }) => lead.metric,
    }),
    place: t.field({ type: Place, description: "The widest place in it.", resolve: ({ lead }) => lead.at }),
    from: t.field({
      type: "Date",
      description: "First day of it.",
      resolve: ({ from }, _, { engines }) => engines.findings().first + from,
    }),
    to: t.field({
      type: "Date",
      description: "Last day of it, or the last so far.",
      resolve: ({ to }, _, { engines }) => engines.findings().first + to,
    }),
    placeCount: t.int({ description: "Places in it.", resolve: ({ places }) => places.length }),
    places: t.field({
      type: [Place],
      complexity: ({ first }) => ({ field: 1, multiplier: countPage(first, FIRST_OF_ALERT) }),
      description: "Its places, the widest first.",
      args: {
        first: t.arg.int({ defaultValue: FIRST_OF_ALERT, description: "At most so many, from 1 to 1000." }),
      },
      resolve: ({ places }, { first }) => places.slice(0, pageSize(first, FIRST_OF_ALERT)),
    }),
    findingCount: t.int({ description: "Findings in it.", resolve: ({ findings }) => findings.length }),
    findings: t.field({
      type: [Anomaly],
      complexity: ({ first }) => ({ field: 1, multiplier: countPage(first, FIRST_OF_ALERT) }),
      description: "Its findings, the lead first.",
      args: {
        first: t.arg.int({ defaultValue: FIRST_OF_ALERT, description: "At most so many, from 1 to 1000." }),
      },
      resolve: ({ findings }, { first }) => findings.slice(0, pageSize(first, FIRST_OF_ALERT)),
    }),
    explanation: t.string({
      description: "Its lead in a sentence or two.",
      args: { language: t.arg({ type: LanguageEnum, defaultValue: "EN", description: "Language of it." }) },
      resolve: ({ lead }, { language }, { engines }) =>
        explain(lead, engines.findings().first, lead.at.name[language ?? "EN"], language ?? "EN"),
    }),
  }),
});

interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly AlertShape[];
  readonly pageInfo: Page;
}

const AlertConnection = builder.objectRef<Connection>("AlertConnection");
AlertConnection.implement({
  description: "A page of alerts.",
  fields: (t) => ({
    totalCount: t.exposeInt("totalCount", { description: "Alerts that matched, before first and after." }),
    nodes: t.expose("nodes", {
      type: [Alert],
      complexity: { field: 1, multiplier: 1 },
      description: "The alerts of this page, newest first; of one day the more severe first.",
    }),
    pageInfo: t.expose("pageInfo", { type: PageInfo, description: "Where this page ends." }),
  }),
});

const AlertFilter = builder.inputType("AlertFilter", {
  description: "Which alerts to list. All of what is given must hold.",
  fields: (t) => ({
    places: t.idList({ description: "Codes of places that one of their places is, or lies in." }),
    levels: t.field({ type: [PlaceLevelEnum], description: "Levels of their widest place." }),
    severity: t.field({ type: SeverityEnum, description: "They are so severe at least." }),
    kinds: t.field({ type: [AnomalyKindEnum], description: "Kinds of their leads." }),
    metrics: t.field({
      type: [MetricEnum],
      description: "Datasets: ENROLMENT, DEMOGRAPHIC_UPDATE, BIOMETRIC_UPDATE.",
    }),
    from: t.field({ type: "Date", description: "They last to this day at least." }),
    to: t.field({ type: "Date", description: "They begin on this day at the latest." }),
  }),
});
type Filter = typeof AlertFilter.$inferInput;

function matcher(
  where: Filter | null | undefined,
  zero: number,
  range: { readonly from: number; readonly to: number },
) {
  const { levels, severity, kinds } = where ?? {};
  const metrics = watchedOf(where?.metrics);
  const least = severity == null ? 0 : SEVERITIES.indexOf(severity);
  return ({ lead, from, to, severity: own }: AlertShape): boolean =>
    (levels == null || levels.includes(lead.level)) &&
    SEVERITIES.indexOf(own) >= least &&
    (kinds == null || kinds.includes(lead.kind)) &&
    (metrics === null || metrics.includes(lead.metric)) &&
    zero + to >= range.from &&
    zero + from <= range.to;
}

builder.queryField("alerts", (t) =>
  t.field({
    type: AlertConnection,
    nullable: true,
    description:
      "Alerts that surveillance's findings add up to, newest first. Null, with ENGINE_NOT_READY, in the first minute of a new dataset.",
    args: {
      where: t.arg({ type: AlertFilter, description: "Which of them; all where left out." }),
      first: t.arg.int({ defaultValue: FIRST, description: "Size of the page, from 1 to 1000." }),
      after: t.arg.string({ description: "The endCursor of the page before this one." }),
    },
    complexity: ({ first }) => ({ field: LIST_COST, multiplier: countPage(first, FIRST) }),
    resolve: (_, { where, first, after }, { store, engines }) => {
      const page = pageAsked("alert", first, FIRST, after);
      const lies = liesIn(store, where?.places);
      const matches = matcher(where, engines.findings().first, rangeOf(store.dataset, where ?? {}));
      return pageOfFound(
        engines.alerts().filter((alert) => matches(alert) && alert.places.some(lies)),
        page,
      );
    },
  }),
);

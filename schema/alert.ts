import { type Alert as AlertShape, idOf } from "../engines/alerts/alerts.ts";
import type { Severity } from "../engines/alerts/policy.ts";
import { explain } from "../engines/nation/explain.ts";
import { Anomaly, AnomalyKindEnum } from "./anomaly.ts";
import { builder } from "./builder.ts";
import { countPage } from "./estimate.ts";
import { LanguageEnum } from "./language.ts";
import { MetricEnum } from "./metric.ts";
import { pageSize } from "./page.ts";
import { Place } from "./place.ts";

const FIRST_OF_ALERT = 10;

export const SeverityEnum = builder.enumType("Severity", {
  description:
    "How much an alert matters: by persons more or fewer than expected, a step less where it is not sure.",
  values: {
    NOTICE: { description: "Fewer than 100." },
    WARNING: { description: "From 100." },
    CRITICAL: { description: "From 1,000." },
  } satisfies Record<Severity, { description: string }>,
});

export const Alert = builder.objectRef<AlertShape>("Alert");
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

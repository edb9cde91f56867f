import { formatDay } from "../data/activity/day.ts";
import type { PlacedFinding } from "../engines/nation/catalogue.ts";
import { explain } from "../engines/nation/explain.ts";
import { DETECTORS } from "../engines/nation/parameters.ts";
import { builder } from "./builder.ts";
import { LanguageEnum } from "./language.ts";
import { MetricEnum } from "./metric.ts";
import { Place } from "./place.ts";

export const AnomalyKindEnum = builder.enumType("AnomalyKind", {
  description: "What is strange about the reports of a place.",
  values: {
    SPIKE: { description: "Far more on a day, or a few, than its past and the places around it let expect." },
    DROP: { description: "Far less, likewise." },
    LEVEL_SHIFT: { description: "Another level for a run of days." },
    SILENCE: { description: "No report for longer than its own rhythm of reporting allows." },
    SPATIAL_OUTLIER: {
      description:
        "Far more, or fewer, over the whole dataset than its nearest pincodes and its district's others.",
    },
    GHOST_POPULATION: {
      description:
        "Over four weeks many demographic and few biometric updates beside its nearest pincodes. A contrast of counts, no proof that anyone is missing.",
    },
    PROFILE_OUTLIER: {
      description:
        "Sector scores that together are like few other pincodes'; its figures are those of the score that is farthest from the others.",
    },
    MASS_MOVEMENT: { description: "More than 500 demographic updates on one report day: its largest." },
  } as const,
});

export const Anomaly = builder.objectRef<PlacedFinding>("Anomaly");

Anomaly.implement({
  description:
    "One finding of one named detector on one place, dataset and span of days. It says that counts are strange, not why: docs/methods.md.",
  fields: (t) => ({
    id: t.id({
      description: "Stable while the dataset is: kind, metric, place and first day.",
      resolve: ({ kind, metric, at, from }, _, { engines }) =>
        [kind, metric, at.code, formatDay(engines.findings().first + from)].join("~"),
    }),
    place: t.field({ type: Place, description: "Where.", resolve: ({ at }) => at }),
    metric: t.expose("metric", {
      type: MetricEnum,
      description: "Of which dataset's reports; ACTIVITY for a profile outlier.",
    }),
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
    peak: t.field({
      type: "Date",
      description:
        "Its strangest day, of which observed, expected, lower, upper, pValue and qValue are; of what is found beside other places its last.",
      resolve: ({ peak }, _, { engines }) => engines.findings().first + peak,
    }),
    detector: t.string({
      description:
        "NB_UPPER_TAIL, NB_LOWER_TAIL, NB_CUSUM, REPORT_RHYTHM, ROBUST_Z, ROBUST_Z_OF_BOTH, DAY_OVER_500 or ISOLATION_FOREST.",
      resolve: ({ kind }) => DETECTORS[kind],
    }),
    kind: t.expose("kind", { type: AnomalyKindEnum, description: "What is strange." }),
    observed: t.exposeFloat("observed", {
      description: "What was reported. Unit: persons in reports; of a profile outlier a score of 0..100.",
    }),
    expected: t.exposeFloat("expected", {
      description:
        "What the place's own past and the day in the places around it let expect; the median of other places, where it is found beside them. Unit: as observed.",
    }),
    lower: t.exposeFloat("lower", {
      description:
        "Usual days lie from here, but for one in 200; usual places, where it is found beside others.",
    }),
    upper: t.exposeFloat("upper", { description: "Usual days lie up to here, likewise." }),
    score: t.exposeFloat("score", {
      description:
        "Evidence of the day and those before it, in nats, 0 being even; beside other places robust deviations, times 500, or the isolation score. Higher is stranger.",
    }),
    pValue: t.exposeFloat("p", {
      nullable: true,
      description:
        "Chance of it on a usual day, made up for the detectors that were asked; 0..1. Null where nothing is tested: a mass movement, a profile outlier.",
    }),
    qValue: t.exposeFloat("q", {
      nullable: true,
      description:
        "Share of false findings expected among all of that day and level that are no less strange; at most 0.1, but for ghost populations. Null where nothing is tested.",
    }),
    explanation: t.string({
      description: "The finding in a sentence or two.",
      args: { language: t.arg({ type: LanguageEnum, defaultValue: "EN", description: "Language of it." }) },
      resolve: (finding, { language }, { engines }) =>
        explain(finding, engines.findings().first, finding.at.name[language ?? "EN"], language ?? "EN"),
    }),
  }),
});

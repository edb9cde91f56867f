import { countKinds } from "../data/activity/calendar/day-kinds.ts";
import { parseDay } from "../data/activity/day.ts";
import { DATASETS, type DatasetKind, METRICS, type Metric } from "../data/activity/metric.ts";
import type { DayCounts } from "../data/activity/store.ts";
import { PLACE_LEVELS, type PlaceLevel, type Place as PlaceShape } from "../data/places/place.ts";
import { SEVERITIES, type Severity } from "../engines/alerts/policy.ts";
import { countLevels } from "../engines/insights/level-counts.ts";
import { type Change, changeOf, lastWholeMonth, monthOnMonth } from "../engines/insights/month.ts";
import { FINDING_KINDS, SPATIAL_KINDS } from "../engines/nation/parameters.ts";
import { SECTORS, type Sector } from "../engines/risk/formulas.ts";
import { RISK_LEVELS, type RiskLevel } from "../engines/risk/level.ts";
import { placesAt } from "../engines/within.ts";
import { SeverityEnum } from "./alert.ts";
import { AnomalyKindEnum } from "./anomaly.ts";
import { builder } from "./builder.ts";
import type { GraphContext } from "./context.ts";
import { MetricEnum } from "./metric.ts";
import { MonthChange, monthOf } from "./month-change.ts";
import { Place, PlaceLevelEnum } from "./place.ts";
import { RiskLevelEnum, RiskProfile, SectorEnum } from "./risk.ts";

const CHANGED = 5;
/** Every pincode's score is looked at. */
const LEVELS_COST = 500;
/** Every place of the levels is added up. */
const PLACES_COST = 5000;
const KINDS = [...FINDING_KINDS, ...SPATIAL_KINDS] as const;
type Kind = (typeof KINDS)[number];
const NOT_READY = "Null, with ENGINE_NOT_READY, in the first minute of a new dataset.";

const rangeOf = ({ store: { dataset } }: GraphContext) => ({
  from: parseDay(dataset.from)!,
  to: parseDay(dataset.to)!,
});

const MetricOverview = builder.objectRef<Metric>("MetricOverview");
MetricOverview.implement({
  description: "A metric of the whole country.",
  fields: (t) => ({
    metric: t.field({ type: MetricEnum, description: "Which.", resolve: (metric) => metric }),
    total: t.float({
      nullable: true,
      description: "Over the whole dataset. Unit: persons counted in reports. Null where absent.",
      resolve: async (metric, _, context) => {
        const { store, values } = context;
        return values(metric, rangeOf(context)).load(store.gazetteer.country);
      },
    }),
    month: t.field({
      type: MonthChange,
      nullable: true,
      complexity: 50,
      description: "In the last whole month; null where the data hold none.",
      resolve: (metric, _, context) => monthOf(context, metric),
    }),
  }),
});

interface Coverage extends DayCounts {
  readonly kind: DatasetKind;
}

const DatasetCoverage = builder.objectRef<Coverage>("DatasetCoverage");
DatasetCoverage.implement({
  description:
    "When anybody in the country reported a dataset. Unit: days from the data's first to their last.",
  fields: (t) => ({
    metric: t.field({ type: MetricEnum, description: "The dataset's total.", resolve: ({ kind }) => kind }),
    reportDays: t.exposeInt("reportDays", { description: "Days with a report, batches among them." }),
    batches: t.exposeInt("batches", { description: "Monthly batches, dated the 1st." }),
    coveredDays: t.exposeInt("coveredDays", {
      description: "Days without a report that a batch speaks for.",
    }),
    missingDays: t.exposeInt("missingDays", { description: "Days of which nothing is known." }),
  }),
});

async function coverageOf({ store, signal }: GraphContext, kind: DatasetKind): Promise<Coverage> {
  const range = { from: parseDay(store.dataset.from)!, to: parseDay(store.dataset.to)! };
  const { kinds } = await store.calendar(
    { places: [store.gazetteer.country], metric: kind, ...range },
    signal,
  );
  return { kind, ...countKinds({ kinds: kinds[0]! }) };
}

const PlaceCount = builder.objectRef<PlaceLevel>("PlaceCount");
PlaceCount.implement({
  description: "Places of one level of the tree, and how many of them the dataset has rows of.",
  fields: (t) => ({
    level: t.field({ type: PlaceLevelEnum, description: "Which.", resolve: (level) => level }),
    withData: t.int({
      description: "Places with at least one row in the dataset, at or under them.",
      resolve: async (level, _, context) => {
        const { store, signal } = context;
        const places = placesAt(store.gazetteer, level);
        const sums = await store.values({ places, metric: "ACTIVITY", ...rangeOf(context) }, signal);
        return sums.filter((sum) => !Number.isNaN(sum)).length;
      },
    }),
    known: t.int({
      description: "Places that the gazetteer knows.",
      resolve: (level, _, { store }) => placesAt(store.gazetteer, level).length,
    }),
  }),
});

const LevelCount = builder.objectRef<{ readonly level: RiskLevel; readonly places: number }>("LevelCount");
LevelCount.implement({
  description: "Places of one level of risk.",
  fields: (t) => ({
    level: t.expose("level", { type: RiskLevelEnum, description: "Which." }),
    places: t.exposeInt("places", { description: "How many places with a score are of it." }),
  }),
});

const SectorCount = builder.objectRef<{
  readonly sector: Sector;
  readonly high: number;
  readonly critical: number;
}>("SectorCount");
SectorCount.implement({
  description: "Pincodes that stand out in a sector.",
  fields: (t) => ({
    sector: t.expose("sector", { type: SectorEnum, description: "Which." }),
    high: t.exposeInt("high", { description: "Pincodes at HIGH." }),
    critical: t.exposeInt("critical", { description: "Pincodes at CRITICAL." }),
  }),
});

const KindCount = builder.objectRef<{
  readonly kind: Kind;
  readonly count: number;
  readonly lastMonth: number;
}>("KindCount");
KindCount.implement({
  description: "Anomalies of one kind.",
  fields: (t) => ({
    kind: t.expose("kind", { type: AnomalyKindEnum, description: "Which." }),
    count: t.exposeInt("count", { description: "In the whole dataset." }),
    lastMonth: t.exposeInt("lastMonth", {
      description:
        "Of these, what anomalies lists from the last whole month's first day to its last; outliers, found over the whole dataset, are all among them.",
    }),
  }),
});

const SeverityCount = builder.objectRef<{
  readonly severity: Severity;
  readonly count: number;
  readonly lastMonth: number;
}>("SeverityCount");
SeverityCount.implement({
  description: "Alerts of one severity.",
  fields: (t) => ({
    severity: t.expose("severity", { type: SeverityEnum, description: "Which." }),
    count: t.exposeInt("count", { description: "In the whole dataset." }),
    lastMonth: t.exposeInt("lastMonth", { description: "Of these, with a day in the last whole month." }),
  }),
});

/** Whether a span of series days touches the data's last whole month. */
function inLastMonth({
  store,
}: GraphContext): (span: { readonly from: number; readonly to: number }) => boolean {
  const month = lastWholeMonth(store);
  const first = parseDay(store.dataset.from)!;
  return ({ from, to }) => month !== null && first + to >= month.from && first + from <= month.to;
}

interface Changed extends Change {
  readonly place: PlaceShape;
}

const StateChange = builder.objectRef<Changed>("StateChange");
StateChange.implement({
  description: "A state's activity in the last whole month beside as many report days before. Unit: persons.",
  fields: (t) => ({
    place: t.expose("place", { type: Place, description: "The state." }),
    value: t.exposeFloat("value", { nullable: true, description: "In the month." }),
    previous: t.exposeFloat("previous", { nullable: true, description: "Before." }),
    change: t.exposeFloat("change", { nullable: true, description: "value − previous." }),
    changeRatio: t.exposeFloat("ratio", {
      nullable: true,
      description: "change over previous, 0.1 being 10 %.",
    }),
  }),
});

/** The states whose activity rose, or fell, by most. */
async function changed({ store, signal }: GraphContext, sign: 1 | -1): Promise<Changed[]> {
  const month = lastWholeMonth(store);
  if (month === null) return [];
  const { rows } = await monthOnMonth(store, "ACTIVITY", month, { places: null, groupBy: ["STATE"] }, signal);
  return rows
    .map(({ places, values }) => ({ place: places[0]!, ...changeOf(values) }))
    .filter(({ change }) => change !== null && sign * change > 0)
    .sort((a, b) => sign * (b.change! - a.change!) || a.place.index - b.place.index)
    .slice(0, CHANGED);
}

const Overview = builder.objectRef<object>("Overview");
Overview.implement({
  description:
    "The country at a glance: totals, coverage, risk, findings, and what changed since the month before.",
  fields: (t) => ({
    metrics: t.field({
      type: [MetricOverview],
      complexity: { field: 1, multiplier: METRICS.length },
      description: "Every metric.",
      resolve: () => [...METRICS],
    }),
    coverage: t.field({
      type: [DatasetCoverage],
      complexity: { field: 10, multiplier: DATASETS.length },
      description: "When the three datasets were reported.",
      resolve: (_root, _args, context) => Promise.all(DATASETS.map((kind) => coverageOf(context, kind))),
    }),
    places: t.field({
      type: [PlaceCount],
      complexity: { field: PLACES_COST, multiplier: PLACE_LEVELS.length },
      description: "How many places have data, by level, the country first.",
      resolve: () => [...PLACE_LEVELS],
    }),
    rises: t.field({
      type: [StateChange],
      complexity: { field: 50, multiplier: CHANGED },
      description: `The ${CHANGED} states whose activity rose most since the month before, the largest rise first.`,
      resolve: (_root, _args, context) => changed(context, 1),
    }),
    falls: t.field({
      type: [StateChange],
      complexity: { field: 50, multiplier: CHANGED },
      description: `The ${CHANGED} whose activity fell most.`,
      resolve: (_root, _args, context) => changed(context, -1),
    }),
    levels: t.field({
      type: [LevelCount],
      nullable: true,
      complexity: { field: LEVELS_COST, multiplier: RISK_LEVELS.length },
      description: `How many places are of each level of risk. ${NOT_READY}`,
      args: {
        level: t.arg({
          type: PlaceLevelEnum,
          defaultValue: "PINCODE",
          description: "Of which level of places.",
        }),
      },
      resolve: (_, { level: of }, { engines }) => {
        const risk = engines.risk();
        const counts = countLevels(risk, risk.column(of ?? "PINCODE", null));
        return RISK_LEVELS.map((level) => ({ level, places: counts[level] }));
      },
    }),
    sectors: t.field({
      type: [SectorCount],
      nullable: true,
      complexity: { field: LEVELS_COST * SECTORS.length, multiplier: SECTORS.length },
      description: `Pincodes that stand out, by sector. ${NOT_READY}`,
      resolve: (_root, _args, { engines }) => {
        const risk = engines.risk();
        return SECTORS.map((sector) => {
          const { HIGH, CRITICAL } = countLevels(risk, risk.column("PINCODE", sector));
          return { sector, high: HIGH, critical: CRITICAL };
        });
      },
    }),
    anomalies: t.field({
      type: [KindCount],
      nullable: true,
      complexity: { field: 20, multiplier: KINDS.length },
      description: `Anomalies by kind. ${NOT_READY}`,
      resolve: (_root, _args, context) => {
        const { findings } = context.engines.findings();
        const isLate = inLastMonth(context);
        return KINDS.map((kind) => {
          const own = findings.filter((one) => one.kind === kind);
          return { kind, count: own.length, lastMonth: own.filter(isLate).length };
        });
      },
    }),
    alerts: t.field({
      type: [SeverityCount],
      nullable: true,
      complexity: { field: 20, multiplier: SEVERITIES.length },
      description: `Alerts by severity, the least first. ${NOT_READY}`,
      resolve: (_root, _args, context) => {
        const alerts = context.engines.alerts();
        const isLate = inLastMonth(context);
        return SEVERITIES.map((severity) => {
          const own = alerts.filter((one) => one.severity === severity);
          return { severity, count: own.length, lastMonth: own.filter(isLate).length };
        });
      },
    }),
    profiles: t.field({
      type: [RiskProfile],
      nullable: true,
      complexity: { field: 1, multiplier: 8 },
      description: `Groups of pincodes with alike scores, the largest first. ${NOT_READY}`,
      resolve: (_root, _args, { engines }) => [...engines.risk().profiles],
    }),
  }),
});

builder.queryField("overview", (t) =>
  t.field({
    type: Overview,
    description: "The country at a glance.",
    resolve: () => ({}),
  }),
);

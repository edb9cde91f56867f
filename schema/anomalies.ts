import type { PlacedFinding } from "../engines/nation/catalogue.ts";
import { Anomaly, AnomalyKindEnum } from "./anomaly.ts";
import { builder } from "./builder.ts";
import { countPage } from "./estimate.ts";
import { liesIn, pageAsked, pageOfFound, watchedOf } from "./finding-list.ts";
import { MetricEnum } from "./metric.ts";
import { type Page, PageInfo, pageSize } from "./page.ts";
import { Place, PlaceLevelEnum } from "./place.ts";
import { rangeOf } from "./range.ts";

const FIRST = 50;
const FIRST_OF_PLACE = 20;
/** Each finding is looked at. */
const LIST_COST = 50;

interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly PlacedFinding[];
  readonly pageInfo: Page;
}

const AnomalyFilter = builder.inputType("AnomalyFilter", {
  description: "Which findings to list. All of what is given must hold.",
  fields: (t) => ({
    places: t.idList({ description: "Codes of places that they are of, or lie in." }),
    levels: t.field({ type: [PlaceLevelEnum], description: "Levels of their places." }),
    kinds: t.field({ type: [AnomalyKindEnum], description: "What is strange." }),
    metrics: t.field({
      type: [MetricEnum],
      description: "Datasets: ENROLMENT, DEMOGRAPHIC_UPDATE, BIOMETRIC_UPDATE.",
    }),
    from: t.field({ type: "Date", description: "They last to this day at least." }),
    to: t.field({ type: "Date", description: "They begin on this day at the latest." }),
    maxQ: t.float({ description: "Their qValue is at most this, 0..1; those without one are left out." }),
    minObserved: t.float({ description: "What was observed is at least this. Unit: persons in reports." }),
  }),
});
type Filter = typeof AnomalyFilter.$inferInput;

const AnomalyConnection = builder.objectRef<Connection>("AnomalyConnection");
AnomalyConnection.implement({
  description: "A page of findings.",
  fields: (t) => ({
    totalCount: t.exposeInt("totalCount", { description: "Findings that matched, before first and after." }),
    nodes: t.expose("nodes", {
      type: [Anomaly],
      complexity: { field: 1, multiplier: 1 },
      description: "The findings of this page, newest first; of one day the least likely by chance first.",
    }),
    pageInfo: t.expose("pageInfo", { type: PageInfo, description: "Where this page ends." }),
  }),
});

builder.queryField("anomalies", (t) =>
  t.field({
    type: AnomalyConnection,
    nullable: true,
    description:
      "What surveillance found strange, newest first. Null, with ENGINE_NOT_READY, in the first minute of a new dataset.",
    args: {
      where: t.arg({ type: AnomalyFilter, description: "Which of them; all where left out." }),
      first: t.arg.int({ defaultValue: FIRST, description: "Size of the page, from 1 to 1000." }),
      after: t.arg.string({ description: "The endCursor of the page before this one." }),
    },
    complexity: ({ first }) => ({ field: LIST_COST, multiplier: countPage(first, FIRST) }),
    resolve: (_, { where, first, after }, { store, engines }) => {
      const page = pageAsked("anomaly", first, FIRST, after);
      const { findings, first: zero } = engines.findings();
      const lies = liesIn(store, where?.places);
      const matches = matcher(where, zero, rangeOf(store.dataset, where ?? {}));
      return pageOfFound(
        findings.filter((finding) => matches(finding) && lies(finding.at)),
        page,
      );
    },
  }),
);

function matcher(
  where: Filter | null | undefined,
  zero: number,
  range: { readonly from: number; readonly to: number },
): (finding: PlacedFinding) => boolean {
  const { levels, kinds, maxQ, minObserved } = where ?? {};
  const metrics = watchedOf(where?.metrics);
  return ({ at, kind, metric, from, to, q, observed }) =>
    (levels == null || levels.includes(at.level)) &&
    (kinds == null || kinds.includes(kind)) &&
    (metrics === null || metrics.includes(metric)) &&
    zero + to >= range.from &&
    zero + from <= range.to &&
    (maxQ == null || (q !== null && q <= maxQ)) &&
    (minObserved == null || observed >= minObserved);
}

builder.interfaceField(Place, "anomalies", (t) =>
  t.field({
    type: [Anomaly],
    nullable: true,
    complexity: ({ first }) => ({ field: 2, multiplier: countPage(first, FIRST_OF_PLACE) }),
    description:
      "What surveillance found strange about the place itself, newest first; `anomalies` lists what lies in it too. Null, with ENGINE_NOT_READY, in the first minute of a new dataset.",
    args: {
      first: t.arg.int({ defaultValue: FIRST_OF_PLACE, description: "At most so many, from 1 to 1000." }),
    },
    resolve: (place, { first }, { engines }) =>
      engines.findings().of(place).slice(0, pageSize(first, FIRST_OF_PLACE)),
  }),
);

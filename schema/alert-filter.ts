import { parseDay } from "../data/activity/day.ts";
import type { DayRange } from "../data/activity/store.ts";
import type { Alert } from "../engines/alerts/alerts.ts";
import { SEVERITIES } from "../engines/alerts/policy.ts";
import { SeverityEnum } from "./alert.ts";
import { AnomalyKindEnum } from "./anomaly.ts";
import { builder } from "./builder.ts";
import type { GraphContext } from "./context.ts";
import { liesIn, watchedOf } from "./finding-list.ts";
import { MetricEnum } from "./metric.ts";
import { PlaceLevelEnum } from "./place.ts";

export const AlertFilter = builder.inputType("AlertFilter", {
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
export type AlertFilterInput = typeof AlertFilter.$inferInput | null | undefined;

/**
 * Tells whether an alert of the store's dataset is one of those asked for, and touches the range of days.
 * @throws Fault where the filter names what there is not
 */
export function alertMatcher(
  store: GraphContext["store"],
  where: AlertFilterInput,
  range: DayRange,
): (alert: Alert) => boolean {
  const { levels, severity, kinds } = where ?? {};
  const zero = parseDay(store.dataset.from)!;
  const lies = liesIn(store, where?.places);
  const metrics = watchedOf(where?.metrics);
  const least = severity == null ? 0 : SEVERITIES.indexOf(severity);
  return ({ lead, from, to, severity: own, places }) =>
    (levels == null || levels.includes(lead.level)) &&
    SEVERITIES.indexOf(own) >= least &&
    (kinds == null || kinds.includes(lead.kind)) &&
    (metrics === null || metrics.includes(lead.metric)) &&
    zero + to >= range.from &&
    zero + from <= range.to &&
    places.some(lies);
}

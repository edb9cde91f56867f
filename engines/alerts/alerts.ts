import { formatDay } from "../../data/activity/day.ts";
import { type Gazetteer, PLACE_LEVELS, type Place } from "../../data/places/place.ts";
import type { PlacedFinding } from "../nation/catalogue.ts";
import { UNDATED_KINDS } from "../nation/parameters.ts";
import {
  ALERT_POLICY,
  type AlertPolicy,
  type Direction,
  directionOf,
  SEVERITIES,
  type Severity,
  severityOf,
  sizeOf,
} from "./policy.ts";
import { Relation } from "./relation.ts";

/** Findings that one officer would see as one event. */
export interface Alert {
  readonly severity: Severity;
  readonly direction: Direction;
  /** The finding that stands for it: of the widest place, then the largest. */
  readonly lead: PlacedFinding;
  /** Days of the series. */
  readonly from: number;
  readonly to: number;
  /** All of them, the lead first, then by size. */
  readonly findings: readonly PlacedFinding[];
  /** Their places, each once. */
  readonly places: readonly Place[];
}

/**
 * Names an alert by what it began with: kind, dataset, place and first day.
 * @param first the day number of the series' first day
 */
export const idOf = ({ lead, from }: Pick<Alert, "lead" | "from">, first: number): string =>
  [lead.kind, lead.metric, lead.at.code, formatDay(first + from)].join("~");

const widest = (a: PlacedFinding, b: PlacedFinding) =>
  PLACE_LEVELS.indexOf(a.level) - PLACE_LEVELS.indexOf(b.level) || sizeOf(b) - sizeOf(a) || a.from - b.from;

function alertOf(findings: readonly PlacedFinding[], policy: AlertPolicy): Alert {
  const sorted = findings.toSorted(widest);
  const lead = sorted[0]!;
  const severities = findings.map((one) => SEVERITIES.indexOf(severityOf(one, policy)));
  return {
    severity: SEVERITIES[Math.max(...severities)]!,
    direction: directionOf(lead),
    lead,
    from: Math.min(...findings.map(({ from }) => from)),
    to: Math.max(...findings.map(({ to }) => to)),
    findings: sorted,
    places: [...new Map(sorted.map(({ at }) => [at.code, at])).values()],
  };
}

/** Findings of one dataset and direction, put together where places belong together and days overlap or follow. */
function grouped(findings: readonly PlacedFinding[], relation: Relation, gap: number): PlacedFinding[][] {
  const sorted = findings.toSorted((a, b) => a.from - b.from);
  const group = sorted.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (group[root] !== root) root = group[root]!;
    return root;
  };
  let open: number[] = [];
  for (const [at, one] of sorted.entries()) {
    open = open.filter((earlier) => sorted[earlier]!.to + gap + 1 >= one.from);
    for (const earlier of open)
      if (relation.belong(one.at, sorted[earlier]!.at)) group[rootOf(at)] = rootOf(earlier);
    open.push(at);
  }
  return [...Map.groupBy(sorted, (_, at) => rootOf(at)).values()];
}

/** An alert that follows another of the same place within the cooldown, no more severe, is that one going on. */
function cooled(alerts: readonly Alert[], policy: AlertPolicy): Alert[] {
  const last = new Map<string, Alert>();
  const kept = new Set<Alert>();
  for (const alert of alerts.toSorted((a, b) => a.from - b.from)) {
    const { metric, at } = alert.lead;
    const key = [at.code, metric, alert.direction].join(" ");
    const before = last.get(key);
    const goesOn =
      before !== undefined &&
      alert.from - before.to <= policy.cooldown &&
      SEVERITIES.indexOf(alert.severity) <= SEVERITIES.indexOf(before.severity);
    const now = goesOn ? alertOf([...before.findings, ...alert.findings], policy) : alert;
    if (goesOn) kept.delete(before);
    kept.add(now);
    last.set(key, now);
  }
  return [...kept];
}

/** The newest first, then the more severe, then by place. */
function byNewest(a: Alert, b: Alert): number {
  const severities = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
  return b.to - a.to || severities || (a.lead.at.code < b.lead.at.code ? -1 : 1);
}

/**
 * Which findings make one alert each, by their positions. All of them but those of the whole dataset, which have no day: those of
 * one dataset and direction whose places belong together and whose days overlap or follow; a further group of the same
 * place within the cooldown is the one before going on, unless it is more severe.
 */
export function groupFindings(
  findings: readonly PlacedFinding[],
  gazetteer: Gazetteer,
  policy: AlertPolicy = ALERT_POLICY,
): number[][] {
  const relation = new Relation(gazetteer);
  const dated = findings.filter(({ kind }) => !UNDATED_KINDS.includes(kind));
  const alike = Map.groupBy(dated, (one) => `${one.metric} ${directionOf(one)}`);
  const alerts = [...alike.values()].flatMap((some) =>
    grouped(some, relation, policy.gap).map((group) => alertOf(group, policy)),
  );
  const position = new Map(findings.map((finding, at) => [finding, at]));
  return cooled(alerts, policy).map((alert) => alert.findings.map((finding) => position.get(finding)!));
}

/** The alerts of groups that groupFindings made of these findings. Newest first, then the more severe, then by place. */
export function alertsOf(
  findings: readonly PlacedFinding[],
  groups: readonly (readonly number[])[],
  policy: AlertPolicy = ALERT_POLICY,
): Alert[] {
  const alerts = groups.map((group) =>
    alertOf(
      group.map((at) => findings[at]!),
      policy,
    ),
  );
  return alerts.sort(byNewest);
}

import { Fault } from "../../data/fault.ts";
import type { Gazetteer, Place } from "../../data/places/place.ts";
import { placesAt } from "../within.ts";
import { type Finding, WATCHED_METRICS } from "./findings.ts";
import { FINDING_KINDS, SPATIAL_KINDS } from "./parameters.ts";
import type { Watched } from "./watch.ts";

/** Raised whenever the same dataset gives other findings than before. */
export const EDITION = 3;

/** The place that a finding is of. */
export const placeOf = (gazetteer: Gazetteer, { level, place }: Pick<Finding, "level" | "place">): Place =>
  placesAt(gazetteer, level)[place]!;

/** What is found, and which findings make one alert each, by their positions. */
export interface NationFindings extends Watched {
  readonly alerts: readonly (readonly number[])[];
}

/** The findings as JSON, places by their codes. */
export function encodeFindings(
  { first, judged, findings, alerts }: NationFindings,
  gazetteer: Gazetteer,
): string {
  const coded = findings.map(({ level, place, ...rest }) => ({
    code: placeOf(gazetteer, { level, place }).code,
    ...rest,
  }));
  return JSON.stringify({ edition: EDITION, first, judged, findings: coded, alerts });
}

const KINDS: readonly string[] = [...FINDING_KINDS, ...SPATIAL_KINDS];

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** Whether each is a group of positions among so many findings. */
function areGroups(groups: unknown, findings: number): groups is number[][] {
  const isPosition = (at: unknown) =>
    Number.isInteger(at) && (at as number) >= 0 && (at as number) < findings;
  return (
    Array.isArray(groups) &&
    groups.every((group) => Array.isArray(group) && group.length > 0 && group.every(isPosition))
  );
}

/**
 * What encodeFindings wrote.
 * @throws Fault DATA_NOT_READY where it is of another edition, or names what the gazetteer or we do not know
 */
export function decodeFindings(text: string, { find }: Gazetteer): NationFindings {
  const damaged = () => new Fault("DATA_NOT_READY", "The findings stored with the snapshot cannot be read.");
  let stored: Record<string, unknown>;
  try {
    stored = JSON.parse(text);
  } catch {
    throw damaged();
  }
  const { edition, first, judged, findings, alerts } = stored;
  if (edition !== EDITION || !isCount(first) || !isCount(judged) || !Array.isArray(findings)) throw damaged();
  if (!areGroups(alerts, findings.length)) throw damaged();
  return {
    first,
    judged,
    alerts,
    findings: findings.map(({ code, ...rest }): Finding => {
      const place = find(code);
      if (place === undefined || !WATCHED_METRICS.includes(rest.metric) || !KINDS.includes(rest.kind))
        throw damaged();
      return { level: place.level, place: place.index, ...rest };
    }),
  };
}

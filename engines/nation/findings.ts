import { DATASETS, type DatasetKind } from "../../data/activity/metric.ts";
import type { PlaceLevel } from "../../data/places/place.ts";
import type { Words } from "../words.ts";
import type { Found } from "./gate.ts";
import type { FindingKind, NationParameters, SpatialKind } from "./parameters.ts";

/** What findings are of. */
export const WATCHED_METRICS = [...DATASETS, "ACTIVITY"] as const;
export type WatchedMetric = (typeof WATCHED_METRICS)[number];

/** One finding: a place whose reports of a dataset were strange for some days, by its own past or beside others. */
export interface Finding {
  readonly level: PlaceLevel;
  /** Position of the place in its level's list. */
  readonly place: number;
  /** ACTIVITY where all three datasets have a part in it. */
  readonly metric: WatchedMetric;
  readonly kind: FindingKind | SpatialKind;
  /** First and last day found, and the strangest, as days of the series. */
  readonly from: number;
  readonly to: number;
  readonly peak: number;
  /** Of the strangest day. */
  readonly observed: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** Null where nothing is tested: a mass movement is one by its size. */
  readonly p: number | null;
  readonly q: number | null;
  readonly score: number;
  /** What is found, without the place's name, where the finding brings its own words. */
  readonly words?: Words;
}

/** The findings of single days put together: one place, dataset and kind, with gaps no longer than allowed. */
export function joinDays(found: readonly Found[], metric: DatasetKind, { gap }: NationParameters): Finding[] {
  const groups = Map.groupBy(found, ({ level, candidate: { place, kind } }) => `${level} ${place} ${kind}`);
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    const days = group.toSorted((a, b) => a.candidate.day - b.candidate.day);
    let start = 0;
    days.forEach(({ candidate: { day, kind } }, at) => {
      const next = days[at + 1];
      if (next !== undefined && next.candidate.day - day <= gap[kind] + 1) return;
      findings.push(joined(days.slice(start, at + 1), metric));
      start = at + 1;
    });
  }
  return findings;
}

function joined(days: readonly Found[], metric: DatasetKind): Finding {
  const strangest = days.reduce((a, b) => (b.candidate.p < a.candidate.p ? b : a));
  const { place, kind, day: peak, observed, expected, lower, upper, p } = strangest.candidate;
  const [from, to] = [days[0]!.candidate.day, days.at(-1)!.candidate.day];
  const score = Math.max(...days.map(({ candidate }) => candidate.score));
  const { level, q } = strangest;
  return { level, place, metric, kind, from, to, peak, observed, expected, lower, upper, p, q, score };
}

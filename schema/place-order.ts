import type { Metric } from "../data/activity/metric.ts";
import type { ActivityStore, Direction } from "../data/activity/store.ts";
import { Fault } from "../data/fault.ts";
import type { Place } from "../data/places/place.ts";
import type { NationRisk } from "../engines/nation/risk.ts";
import type { Sector } from "../engines/risk/formulas.ts";
import type { RiskLevel } from "../engines/risk/level.ts";
import { rangeOf } from "./range.ts";

/** Lower case, without the marks that stand on Latin letters: what two spellings must share to match. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .toLowerCase();
}

/** The places of whose names or code the text is part; all where there is no text. */
export function named(places: readonly Place[], text: string | null | undefined): readonly Place[] {
  const part = plain(text?.trim() ?? "");
  if (part === "") return places;
  return places.filter(({ code, name }) => [name.EN, name.HI, code].some((one) => plain(one).includes(part)));
}

/**
 * What an order is by.
 * @throws Fault BAD_USER_INPUT where it names both a metric and the name
 */
export function orderKey(order: {
  readonly metric?: Metric | null | undefined;
  readonly risk?: boolean | null | undefined;
  readonly name?: boolean | null | undefined;
}): Metric | "risk" | "name" | "code" {
  const keys = [order.metric, order.risk ? "risk" : null, order.name ? "name" : null] as const;
  const named = keys.filter((key) => key != null);
  if (named.length > 1) {
    throw new Fault(
      "BAD_USER_INPUT",
      "orderBy names more than one of metric, risk and name: give one of them.",
    );
  }
  return named[0] ?? "code";
}

/** What is asked of a place's risk. */
interface RiskAsked {
  readonly level?: RiskLevel | null | undefined;
  readonly sector?: Sector | null | undefined;
  readonly minScore?: number | null | undefined;
}

/**
 * The places whose risk is as asked for; all where nothing is. Those without a score have none.
 * @throws Fault BAD_USER_INPUT for a score that is none
 */
export function risky(
  places: readonly Place[],
  { level, sector, minScore }: RiskAsked,
  riskOf: () => NationRisk,
): readonly Place[] {
  if (level == null && minScore == null) return places;
  if (minScore != null && !(minScore >= 0 && minScore <= 100))
    throw new Fault("BAD_USER_INPUT", `where.minScore is ${minScore}: give a score from 0 to 100.`);
  const risk = riskOf();
  return places.filter((place) => {
    const score = risk.column(place.level, sector ?? null)[place.index]!;
    return (level == null || risk.levelOf(score) === level) && (minScore == null || score >= minScore);
  });
}

/** By score, of a sector or of all, absent ones last either way; ties by code. */
export function byRisk(
  places: readonly Place[],
  sector: Sector | null | undefined,
  risk: NationRisk,
  direction: Direction,
): Place[] {
  const scores = places.map(({ level, index }) => risk.column(level, sector ?? null)[index]!);
  return ordered(places, scores, direction);
}

/** By the keys aligned with the places, absent ones (NaN) last either way; ties by code. */
function ordered(places: readonly Place[], values: ArrayLike<number>, direction: Direction): Place[] {
  const sign = direction === "ASC" ? 1 : -1;
  const keys = Array.from(values, (value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : sign * value));
  const order = Array.from(places.keys()).sort((a, b) => (keys[a] === keys[b] ? a - b : keys[a]! - keys[b]!));
  return order.map((at) => places[at]!);
}

/** By English name, compared letter by letter without case and marks; ties by code. */
export function byName(places: readonly Place[], direction: Direction): Place[] {
  const sign = direction === "ASC" ? 1 : -1;
  const keyed = places.map((place) => ({ place, key: plain(place.name.EN) }));
  keyed.sort((a, b) => (a.key === b.key ? a.place.index - b.place.index : a.key < b.key ? -sign : sign));
  return keyed.map(({ place }) => place);
}

/** By the metric's sum over the whole dataset, absent ones last either way; ties by code. */
export async function byMetric(
  store: ActivityStore,
  places: readonly Place[],
  metric: Metric,
  direction: Direction,
  signal?: AbortSignal,
): Promise<Place[]> {
  const sums = await store.values({ places, metric, ...rangeOf(store.dataset, {}) }, signal);
  return ordered(places, sums, direction);
}

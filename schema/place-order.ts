import type { Metric } from "../data/activity/metric.ts";
import type { ActivityStore, Direction } from "../data/activity/store.ts";
import { Fault } from "../data/fault.ts";
import type { Place } from "../data/places/place.ts";
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
  readonly name?: boolean | null | undefined;
}): Metric | "name" | "code" {
  if (order.metric != null && order.name) {
    throw new Fault("BAD_USER_INPUT", "orderBy names both metric and name: give one of them.");
  }
  return order.metric ?? (order.name ? "name" : "code");
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
  const sign = direction === "ASC" ? 1 : -1;
  const sums = await store.values({ places, metric, ...rangeOf(store.dataset, {}) }, signal);
  const keys = sums.map((sum) => (Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sign * sum));
  const order = Array.from(places.keys()).sort((a, b) => (keys[a] === keys[b] ? a - b : keys[a]! - keys[b]!));
  return order.map((at) => places[at]!);
}

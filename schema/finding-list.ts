import type { Metric } from "../data/activity/metric.ts";
import type { ActivityStore } from "../data/activity/store.ts";
import { Fault } from "../data/fault.ts";
import type { Place } from "../data/places/place.ts";
import { WATCHED_METRICS, type WatchedMetric } from "../engines/nation/findings.ts";
import { ancestorsOf } from "../engines/within.ts";
import { type Page, pageSize } from "./page.ts";
import { placesOf } from "./place-codes.ts";

type Item = "anomaly" | "alert";

/** A cursor holds the position of the last item shown; findings of one dataset version never move. */
const writeCursor = (at: number, item: Item): string => Buffer.from(`${item} ${at}`).toString("base64url");

function readCursor(after: string | null | undefined, item: Item): number {
  if (after == null) return 0;
  const [what, at = ""] = Buffer.from(after, "base64url").toString().split(" ");
  if (what === item && /^\d{1,9}$/.test(at)) return Number(at) + 1;
  throw new Fault("BAD_USER_INPUT", "after is no cursor of this list: give the endCursor of a page of it.");
}

/** Where a page begins and how many items it holds. */
export interface PageAsked {
  readonly item: Item;
  readonly size: number;
  readonly start: number;
}

/**
 * The page that the arguments ask for.
 * @throws Fault BAD_USER_INPUT where the size is out of bounds, or `after` is no cursor of such a list
 */
export const pageAsked = (
  item: Item,
  first: number | null | undefined,
  usual: number,
  after: string | null | undefined,
): PageAsked => ({ item, size: pageSize(first, usual), start: readCursor(after, item) });

/** A page of what was found. */
export function pageOfFound<T>(found: readonly T[], { item, size, start }: PageAsked) {
  const nodes = found.slice(start, start + size);
  const end = start + nodes.length;
  const endCursor = nodes.length === 0 ? null : writeCursor(end - 1, item);
  const pageInfo: Page = { hasNextPage: end < found.length, endCursor };
  return { totalCount: found.length, nodes, pageInfo };
}

/**
 * Tells whether a place is one of these, or lies in one; any where null.
 * @throws Fault where a code is no place's
 */
export function liesIn(
  store: ActivityStore,
  codes: readonly string[] | null | undefined,
): (place: Place) => boolean {
  const places = placesOf(store.gazetteer, codes, "where.places");
  if (places === null) return () => true;
  const named = new Set(places);
  return (place) => named.has(place) || ancestorsOf(store, place).some((above) => named.has(above));
}

/**
 * The datasets of a list of metrics; null, no restriction, stays null.
 * @throws Fault BAD_USER_INPUT for a metric that is not watched by itself
 */
export function watchedOf(metrics: readonly Metric[] | null | undefined): readonly WatchedMetric[] | null {
  if (metrics == null) return null;
  const wrong = metrics.find((metric) => !WATCHED_METRICS.some((one) => one === metric));
  if (wrong === undefined) return metrics as readonly WatchedMetric[];
  throw new Fault(
    "BAD_USER_INPUT",
    `where.metrics: ${wrong} is not watched by itself: name ${WATCHED_METRICS.join(", ")}.`,
  );
}

import { Fault } from "../data/fault.ts";
import type { Place } from "../data/places/place.ts";
import type { Page } from "./page.ts";

/** A cursor holds the code of the last place shown, so that it stays good when the data are replaced. */
function writeCursor(place: Place): string {
  return Buffer.from(place.code).toString("base64url");
}

function placeAfter(places: readonly Place[], after: string | null | undefined): number {
  if (after == null) return 0;
  const code = Buffer.from(after, "base64url").toString();
  const at = places.findIndex((place) => place.code === code);
  if (at >= 0) return at + 1;
  throw new Fault(
    "BAD_USER_INPUT",
    "after is no cursor of this list: give the endCursor of a page with the same level, within and where.",
  );
}

/**
 * One page of a list of places.
 * @throws Fault BAD_USER_INPUT where `after` is no cursor of this list
 */
export function pageOf(
  places: readonly Place[],
  size: number,
  after: string | null | undefined,
): { totalCount: number; nodes: Place[]; pageInfo: Page } {
  const start = placeAfter(places, after);
  const nodes = places.slice(start, start + size);
  const last = nodes.at(-1);
  return {
    totalCount: places.length,
    nodes,
    pageInfo: {
      hasNextPage: start + nodes.length < places.length,
      endCursor: last === undefined ? null : writeCursor(last),
    },
  };
}

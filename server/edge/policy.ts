import type { Hint } from "../documents/hints.ts";

/** For what no cache may keep: mistakes, refusals, changes, and what depends on the caller. */
export const NO_STORE = "no-store";

/** For what is one caller's own. */
export const PRIVATE = "private, no-store";

/** What decides the answer beside the address. */
export const VARY = "Accept, Accept-Encoding";

/** Shared caches may keep an answer this many times as long as browsers: they can be told to let go. */
const SHARED_FACTOR = 5;
/** Seconds for which an old answer may stand in while a new one is fetched. */
const STALE_WHILE_REVALIDATE = 600;
/** Seconds for which an old answer may stand in while the service fails. */
const STALE_IF_ERROR = 86_400;

/** The Cache-Control of a good answer under the hint. */
export function cacheControl({ maxAge, scope }: Hint): string {
  if (scope === "PRIVATE") return PRIVATE;
  return [
    "public",
    `max-age=${maxAge}`,
    `s-maxage=${maxAge * SHARED_FACTOR}`,
    `stale-while-revalidate=${STALE_WHILE_REVALIDATE}`,
    `stale-if-error=${STALE_IF_ERROR}`,
  ].join(", ");
}

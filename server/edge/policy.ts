import type { Hint } from "../documents/survey.ts";

/** For what no cache may keep: mistakes, refusals, changes, and what depends on the caller. */
export const NO_STORE = "no-store";

/** For what is one caller's own. */
export const PRIVATE = "private, no-store";

/** What decides the answer beside the address. */
export const VARY = "Accept, Accept-Encoding";

/** Shared caches may keep an answer this many times as long as browsers. */
const SHARED_FACTOR = 5;
/** Seconds for which a cache keeps what it is told to let go of, or what never changes. */
const DAY = 86_400;
/** Seconds for which an old answer may stand in while a new one is fetched. */
export const STALE_WHILE_REVALIDATE = 600;
/** Seconds for which an old answer may stand in while the service fails. */
export const STALE_IF_ERROR = DAY;

const STAND_IN = `stale-while-revalidate=${STALE_WHILE_REVALIDATE}, stale-if-error=${STALE_IF_ERROR}`;

/**
 * How an answer stands to the question. CURRENT: from the dataset served. PINNED: the question names that dataset's
 * version, so its answer never changes. SUPERSEDED: the question names a version that is not served. STALE: purged
 * softly, given once more while it is made anew.
 */
export type Standing = "CURRENT" | "PINNED" | "SUPERSEDED" | "STALE";

/** How long each kind of cache keeps an answer, told apart by the header that each of them reads. */
export class CachePolicy {
  readonly #purged: boolean;

  /** @param purged whether the caches in front are told when an answer changes */
  constructor(purged: boolean) {
    this.#purged = purged;
  }

  /**
   * Names and values in turn: Cache-Control for browsers and for caches nobody can reach, CDN-Cache-Control (RFC
   * 9213) and Surrogate-Control for those in front of the service. The latter hold an answer for a day where they
   * are told to let go of it, else as long as any shared cache.
   */
  headers({ maxAge, scope }: Hint, standing: Standing = "CURRENT"): string[] {
    if (scope === "PRIVATE") return ["Cache-Control", PRIVATE];
    if (standing === "SUPERSEDED") return ["Cache-Control", NO_STORE];
    if (standing === "PINNED") {
      return lifetimes(DAY, DAY, DAY, `stale-if-error=${STALE_IF_ERROR}`, ", immutable");
    }
    if (standing === "STALE") return lifetimes(0, 0, 0, STAND_IN);
    const shared = maxAge * SHARED_FACTOR;
    return lifetimes(maxAge, shared, this.#purged ? DAY : shared, STAND_IN);
  }

  /** Names and values in turn for pages: browsers ask each time, as their files change names with them. */
  page(): string[] {
    const shared = 60;
    return lifetimes(0, shared, this.#purged ? DAY : shared, `stale-if-error=${STALE_IF_ERROR}`);
  }
}

function lifetimes(browser: number, shared: number, cdn: number, rest: string, more = ""): string[] {
  return [
    "Cache-Control",
    `public, max-age=${browser}, s-maxage=${shared}, ${rest}${more}`,
    "CDN-Cache-Control",
    `public, max-age=${cdn}, ${rest}`,
    "Surrogate-Control",
    `max-age=${cdn}, ${rest}`,
  ];
}

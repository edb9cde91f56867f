/** How an answer that holds a type or field may be cached; what is left out is as its surroundings say. */
export interface CacheHint {
  /** Seconds for which a browser need not ask again. */
  readonly maxAge?: number;
  /** PRIVATE where the value depends on who asks: no cache, ours included, may keep it. */
  readonly scope?: "PUBLIC" | "PRIVATE";
}

const NAME = "cache";

/** Options of a type or field of the builder that declare its hint. */
export function cached(hint: CacheHint): { readonly extensions: Readonly<Record<string, CacheHint>> } {
  return { extensions: { [NAME]: hint } };
}

/** The hint that a type or field of the finished schema was declared with, if any. */
export function cacheHintOf(
  declared: { readonly extensions: Readonly<Record<string, unknown>> } | null | undefined,
): CacheHint | undefined {
  return declared?.extensions[NAME] as CacheHint | undefined;
}

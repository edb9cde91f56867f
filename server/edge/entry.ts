import type { MediaType } from "./accept.ts";
import type { Encoding } from "./encoding.ts";
import type { Hint } from "./hints.ts";
import { cacheControl, VARY } from "./policy.ts";
import { makeVariants, type Variant, type Variants } from "./variants.ts";

/** A finished answer as bytes, in every encoding, with the headers that are the same for all who get it. */
export interface Entry {
  readonly variants: Variants;
  readonly mediaType: MediaType;
  readonly version: string;
  readonly hint: Hint;
  readonly cacheControl: string;
  /** Milliseconds of the monotonic clock at which the answer was last known to be current. */
  validatedAt: number;
}

/** Room that an entry takes beside its bytes, roughly: key, headers, bookkeeping. */
const OVERHEAD = 2048;

/** An entry of a good answer's body, compressed once and for all. */
export async function makeEntry(
  body: Buffer,
  about: Pick<Entry, "mediaType" | "version" | "hint">,
): Promise<Entry> {
  const variants = await makeVariants(body);
  return { ...about, variants, cacheControl: cacheControl(about.hint), validatedAt: performance.now() };
}

/** Bytes of memory that an entry takes. */
export function sizeOf(entry: Entry): number {
  return [...entry.variants.values()].reduce(
    (sum, { bytes, wire }) => sum + bytes.length + (typeof wire === "string" ? wire.length : 0),
    OVERHEAD,
  );
}

/**
 * Whole seconds since the answer was made or validated. An entry is found by the version served now, so to
 * find it is to validate it; that is counted once in each maxAge, else the Age of an answer that never
 * changes would outgrow every lifetime and no cache behind could use it.
 */
export function ageOf(entry: Entry, now: number = performance.now()): number {
  const age = Math.floor((now - entry.validatedAt) / 1000);
  if (age < entry.hint.maxAge) return age;
  entry.validatedAt = now;
  return 0;
}

const encodingHeader = (encoding: Encoding) =>
  encoding === "identity" ? [] : ["Content-Encoding", encoding];

/** Names and values in turn: what a 304 must repeat (RFC 9110, 15.4.5). Node adds Date. */
export function validatorHeaders(entry: Entry, { etag }: Variant): string[] {
  return ["ETag", etag, "Cache-Control", entry.cacheControl, "Vary", VARY, "X-Data-Version", entry.version];
}

/** Names and values in turn of the full answer. */
export function entityHeaders(entry: Entry, variant: Variant): string[] {
  return [
    "Content-Type",
    `${entry.mediaType}; charset=utf-8`,
    "Content-Length",
    String(variant.bytes.length),
    ...encodingHeader(variant.encoding),
    ...validatorHeaders(entry, variant),
    "X-Content-Type-Options",
    "nosniff",
  ];
}

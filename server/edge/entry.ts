import type { Hint } from "../documents/hints.ts";
import type { MediaType } from "../representation/accept.ts";
import type { Encoding } from "../representation/encoding.ts";
import { makeVariants, type Variant } from "../representation/variants.ts";
import type { Asked } from "./asked.ts";
import { cacheControl, VARY } from "./policy.ts";

/** A finished answer as bytes, in every encoding, with the headers that are the same for all who get it. */
export interface Entry {
  readonly forms: ReadonlyMap<Encoding, Form>;
  readonly mediaType: MediaType;
  readonly version: string;
  readonly hint: Hint;
  readonly cacheControl: string;
  /** What was asked, so that it can be asked of another dataset. */
  readonly params: Asked["params"] & { readonly query: string };
  /** How often it was given since it was made. */
  hits: number;
  /** Milliseconds of the monotonic clock at which the answer was last known to be current. */
  validatedAt: number;
}

/** An entry in the one encoding that a client gets. */
export interface Form {
  readonly entry: Entry;
  readonly variant: Variant;
  /** Names and values in turn of the full answer, as far as they are the same for all. */
  readonly headers: readonly string[];
}

/** Room that an entry takes beside its bytes, roughly: key, headers, bookkeeping. */
const OVERHEAD = 2048;

/** An entry of a good answer's body, compressed once and for all. */
export async function makeEntry(
  body: Buffer,
  about: Pick<Entry, "mediaType" | "version" | "hint" | "params">,
): Promise<Entry> {
  const variants = await makeVariants(body);
  const forms = new Map<Encoding, Form>();
  const entry = {
    ...about,
    forms,
    cacheControl: cacheControl(about.hint),
    hits: 0,
    validatedAt: performance.now(),
  };
  for (const [encoding, variant] of variants) forms.set(encoding, formOf(entry, variant));
  return entry;
}

/** Bytes of memory that an entry takes. */
export function sizeOf(entry: Entry): number {
  return [...entry.forms.values()].reduce(
    (sum, { variant: { bytes, wire } }) => sum + bytes.length + (typeof wire === "string" ? wire.length : 0),
    OVERHEAD + 2 * entry.params.query.length,
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

/** The entry in this encoding, with the headers that go with it. */
export function formOf(entry: Entry, variant: Variant): Form {
  const headers = [
    "Content-Type",
    `${entry.mediaType}; charset=utf-8`,
    "Content-Length",
    String(variant.bytes.length),
    ...encodingHeader(variant.encoding),
    ...validatorHeaders(entry, variant),
    "X-Content-Type-Options",
    "nosniff",
  ];
  return { entry, variant, headers };
}

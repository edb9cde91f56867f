import type { Hint } from "../documents/survey.ts";
import type { MediaType } from "../representation/accept.ts";
import type { Encoding } from "../representation/encoding.ts";
import { makeVariants, type Variant } from "../representation/variants.ts";
import { type CachePolicy, type Standing, VARY } from "./policy.ts";
import { tagHeaders } from "./tags.ts";

/** What an entry is of. */
export interface About {
  readonly mediaType: MediaType;
  readonly version: string;
  readonly hint: Hint;
  readonly policy: CachePolicy;
  /** By which it is purged. */
  readonly tags: readonly string[];
  /** What metrics call its operation. */
  readonly operation: string;
  /** What was asked, as JSON of query, operationName and variables, so that it can be asked of another dataset. */
  readonly asked: string;
}

/** A finished answer as bytes, in every encoding, with the headers that are the same for all who get it. */
export interface Entry extends About {
  readonly forms: ReadonlyMap<Encoding, Form>;
  /** How often it was given since it was made. */
  hits: number;
  /** Milliseconds of the monotonic clock at which the answer was last known to be current. */
  validatedAt: number;
  /** The same clock when it was purged softly: it may stand in for an answer made anew; null while it is current. */
  staleSince: number | null;
  /** The same clock before which a stale answer is not made anew again, as that has failed just now. */
  retryAt: number;
}

/** Names and values in turn of an answer as far as they are the same for all: of a whole one, and of a 304. */
interface FormHeaders {
  readonly full: readonly string[];
  readonly validators: readonly string[];
}

/** An entry in the one encoding that a client gets. */
export class Form {
  readonly entry: Entry;
  readonly variant: Variant;
  readonly #headers = new Map<Standing, FormHeaders>();

  constructor(entry: Entry, variant: Variant) {
    this.entry = entry;
    this.variant = variant;
  }

  headers(standing: Standing): FormHeaders {
    let headers = this.#headers.get(standing);
    if (headers === undefined) {
      headers = headersOf(this, standing);
      this.#headers.set(standing, headers);
    }
    return headers;
  }
}

/** A 304 repeats what a cache would otherwise go on telling of the older answer (RFC 9110, 15.4.5). Node adds Date. */
function headersOf({ entry, variant }: Form, standing: Standing): FormHeaders {
  const { mediaType, version, hint, policy, tags } = entry;
  const { etag, encoding, bytes } = variant;
  const validators = ["ETag", etag, ...policy.headers(hint, standing)];
  validators.push("Vary", VARY, "X-Data-Version", version, ...tagHeaders(tags));
  const content = ["Content-Type", `${mediaType}; charset=utf-8`, "Content-Length", String(bytes.length)];
  if (encoding !== "identity") content.push("Content-Encoding", encoding);
  return { full: [...content, ...validators, "X-Content-Type-Options", "nosniff"], validators };
}

/** Room that an entry takes beside its bytes, roughly: key, headers, bookkeeping. */
const OVERHEAD = 3072;

/** An entry of a good answer's body, compressed once and for all. */
export async function makeEntry(body: Buffer, about: About): Promise<Entry> {
  const variants = await makeVariants(body);
  const forms = new Map<Encoding, Form>();
  const entry: Entry = {
    ...about,
    forms,
    hits: 0,
    validatedAt: performance.now(),
    staleSince: null,
    retryAt: 0,
  };
  for (const [encoding, variant] of variants) forms.set(encoding, new Form(entry, variant));
  return entry;
}

/** Bytes of memory that an entry takes. */
export function sizeOf(entry: Entry): number {
  return [...entry.forms.values()].reduce(
    (sum, { variant: { bytes, wire } }) => sum + bytes.length + (typeof wire === "string" ? wire.length : 0),
    OVERHEAD + 2 * entry.asked.length,
  );
}

/**
 * Whole seconds since the answer was made or validated. An entry is found by the version served now, so to
 * find it is to validate it; that is counted once in each maxAge, else the Age of an answer that never
 * changes would outgrow every lifetime and no cache behind could use it.
 */
export function ageOf(entry: Entry, now: number = performance.now()): number {
  const age = Math.floor((now - entry.validatedAt) / 1000);
  if (age < entry.hint.maxAge || entry.staleSince !== null) return age;
  entry.validatedAt = now;
  return 0;
}

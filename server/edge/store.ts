import { LRUCache } from "lru-cache";
import type { Encoding } from "../representation/encoding.ts";
import { type Entry, type Form, sizeOf } from "./entry.ts";

/** All of a request that its answer can depend on, as it came. */
export interface Wording {
  readonly url: string;
  readonly accept: string;
  readonly acceptEncoding: string;
}

/** Which form of which entry a request of this wording got. */
interface Memory extends Omit<Wording, "url"> {
  readonly key: string;
  readonly encoding: Encoding;
}

/** The part of the budget for remembering requests by their wording. */
const MEMORY_SHARE = 1 / 8;
/** Wordings of one address that are remembered: browsers send few, and what sends more gains nothing. */
const WORDINGS = 8;

/**
 * Finished answers by key, bounded in bytes, the least recently used going first; and, in front of them,
 * requests by their wording, so that a request met again is neither parsed nor hashed. These memories hold
 * keys alone, and so keep no entry alive.
 */
export class EntryStore {
  readonly #entries: LRUCache<string, Entry>;
  readonly #memories: LRUCache<string, readonly Memory[]>;
  #evictions = 0;
  /** Versions whose entries are taken; null for any. */
  #admitted: Set<string> | null = null;

  constructor(maxBytes: number) {
    this.#entries = new LRUCache({
      maxSize: Math.ceil(maxBytes * (1 - MEMORY_SHARE)),
      sizeCalculation: (entry, key) => sizeOf(entry) + 2 * key.length,
      dispose: (_, __, reason) => {
        if (reason === "evict") this.#evictions++;
      },
    });
    this.#memories = new LRUCache({
      maxSize: Math.ceil(maxBytes * MEMORY_SHARE),
      sizeCalculation: (memories, url) => 2 * url.length + 1024 * memories.length,
    });
  }

  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry !== undefined) entry.hits++;
    return entry;
  }

  /** The entries given most often, most often first, the younger of two. */
  hottest(count: number): Entry[] {
    return [...this.#entries.values()].toSorted((a, b) => b.hits - a.hits).slice(0, count);
  }

  /** Lets go of entries of any version but this one, and takes no more of others. */
  keepOnly(version: string): void {
    this.#admitted = new Set([version]);
    for (const [key, entry] of [...this.#entries.entries()]) {
      if (entry.version !== version) this.#entries.delete(key);
    }
  }

  /** Stores the entry, unless it alone is larger than the whole store, or of a version that nobody will ask for. */
  set(key: string, entry: Entry): void {
    if (this.#admitted === null || this.#admitted.has(entry.version)) this.#entries.set(key, entry);
  }

  /** Takes entries of a version that will be served next, beside those of the present one. */
  admit(version: string): void {
    this.#admitted?.add(version);
  }

  /** What a request of this very wording got, if it is stored still and of this version. */
  recall({ url, accept, acceptEncoding }: Wording, version: string): Form | undefined {
    for (const memory of this.#memories.get(url) ?? []) {
      if (memory.accept !== accept || memory.acceptEncoding !== acceptEncoding) continue;
      const entry = this.#entries.get(memory.key);
      if (entry?.version !== version) return undefined;
      entry.hits++;
      return entry.forms.get(memory.encoding);
    }
    return undefined;
  }

  /** Remembers what a request of this wording got. */
  remember({ url, accept, acceptEncoding }: Wording, key: string, encoding: Encoding): void {
    const others = (this.#memories.get(url) ?? []).filter(
      (memory) => memory.accept !== accept || memory.acceptEncoding !== acceptEncoding,
    );
    this.#memories.set(url, [{ accept, acceptEncoding, key, encoding }, ...others.slice(0, WORDINGS - 1)]);
  }

  /** Lets go of everything. */
  clear(): void {
    this.#memories.clear();
    this.#entries.clear();
  }

  /** Entries, their bytes, and how many have had to go for want of room. */
  get usage(): { readonly entries: number; readonly bytes: number; readonly evictions: number } {
    return {
      entries: this.#entries.size,
      bytes: this.#entries.calculatedSize + this.#memories.calculatedSize,
      evictions: this.#evictions,
    };
  }
}

import { LRUCache } from "lru-cache";
import { type Entry, sizeOf } from "./entry.ts";
import type { Variant } from "./variants.ts";

/** An entry in the one encoding that a client gets, with the headers of its full answer. */
export interface Form {
  readonly key: string;
  readonly entry: Entry;
  readonly variant: Variant;
  readonly headers: readonly string[];
}

/** The part of the budget for remembering requests by their exact text. */
const RECALL_SHARE = 1 / 8;

/**
 * Finished answers by key, bounded in bytes, the least recently used going first; and, in front of them,
 * requests by their exact text, so that a request met again is neither parsed nor hashed. Such a memory
 * holds only while the entry it speaks of is the one stored.
 */
export class EntryStore {
  readonly #entries: LRUCache<string, Entry>;
  readonly #recalled: LRUCache<string, Form>;
  #evictions = 0;

  constructor(maxBytes: number) {
    this.#entries = new LRUCache({
      maxSize: Math.ceil(maxBytes * (1 - RECALL_SHARE)),
      sizeCalculation: (entry, key) => sizeOf(entry) + 2 * key.length,
      dispose: (_, __, reason) => {
        if (reason === "evict") this.#evictions++;
      },
    });
    this.#recalled = new LRUCache({
      maxSize: Math.ceil(maxBytes * RECALL_SHARE),
      sizeCalculation: (_, text) => 2 * text.length + 1024,
    });
  }

  get(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  /** Stores the entry, unless it alone is larger than the whole store. */
  set(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
  }

  /** What this exact request got, if that is stored still and of this version. */
  recall(text: string, version: string): Form | undefined {
    const recalled = this.#recalled.get(text);
    if (recalled === undefined) return undefined;
    if (recalled.entry.version === version && this.#entries.get(recalled.key) === recalled.entry)
      return recalled;
    this.#recalled.delete(text);
    return undefined;
  }

  /** Remembers what this exact request got. */
  remember(text: string, form: Form): void {
    this.#recalled.set(text, form);
  }

  /** Lets go of everything. */
  clear(): void {
    this.#recalled.clear();
    this.#entries.clear();
  }

  /** Entries, their bytes, and how many have had to go for want of room. */
  get usage(): { readonly entries: number; readonly bytes: number; readonly evictions: number } {
    return {
      entries: this.#entries.size,
      bytes: this.#entries.calculatedSize + this.#recalled.calculatedSize,
      evictions: this.#evictions,
    };
  }
}

import { LRUCache } from "lru-cache";
import type { Encoding } from "../representation/encoding.ts";
import { type Entry, type Form, sizeOf } from "./entry.ts";
import type { Standing } from "./policy.ts";

/** All of a request that its answer can depend on, as it came. */
export interface Wording {
  readonly url: string;
  readonly accept: string;
  readonly acceptEncoding: string;
}

/** What is given to a request: a form of an entry, and how that stands to the question. */
export interface Given {
  readonly form: Form;
  readonly standing: Standing;
}

/** Which form of which entry a request of this wording got. */
interface Memory extends Omit<Wording, "url"> {
  readonly key: string;
  readonly encoding: Encoding;
  readonly standing: Standing;
}

/** The part of the budget for remembering requests by their wording. */
const MEMORY_SHARE = 1 / 8;
/** Characters of the headers of a wording that is remembered: browsers send some hundred. */
const LONGEST_WORDING = 512;
/** Wordings of one address that are remembered: browsers send few, and what sends more gains nothing. */
const WORDINGS = 8;

const lengthOf = ({ accept, acceptEncoding }: Omit<Wording, "url">) => accept.length + acceptEncoding.length;

/**
 * Finished answers by key, bounded in bytes, the least recently used going first; and, in front of them,
 * requests by their wording, so that a request met again is neither parsed nor hashed. These memories hold
 * keys alone, and so keep no entry alive.
 */
export class EntryStore {
  readonly #entries: LRUCache<string, Entry>;
  readonly #memories: LRUCache<string, readonly Memory[]>;
  #evictions = 0;
  #generation = 0;
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
      sizeCalculation: (memories, url) =>
        memories.reduce((sum, memory) => sum + 1024 + 2 * lengthOf(memory), 2 * url.length),
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
    for (const [key, entry] of [...this.#entries.entries()])
      if (entry.version !== version) this.#entries.delete(key);
  }

  /** Changes with every purge: what was begun before one is not kept after it. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Stores the entry, unless it alone is larger than the whole store, of a version that nobody will ask for, or begun
   * in a generation that a purge has ended.
   */
  set(key: string, entry: Entry, generation = this.#generation): void {
    const isAdmitted = this.#admitted === null || this.#admitted.has(entry.version);
    if (isAdmitted && generation === this.#generation) this.#entries.set(key, entry);
  }

  /** Takes entries of a version that will be served next, beside those of the present one. */
  admit(version: string): void {
    this.#admitted?.add(version);
  }

  /** Lets go of the entries that match; how many. */
  remove(matches: (entry: Entry) => boolean): number {
    this.#generation++;
    const found = [...this.#entries.entries()].filter(([, entry]) => matches(entry));
    for (const [key] of found) this.#entries.delete(key);
    return found.length;
  }

  /** Marks the entries that match as stale, unless they are; how many match. */
  expire(matches: (entry: Entry) => boolean): number {
    this.#generation++;
    const found = [...this.#entries.values()].filter(matches);
    for (const entry of found) entry.staleSince ??= performance.now();
    return found.length;
  }

  /** What a request of this very wording got, if it is stored still, current and of this version. */
  recall({ url, accept, acceptEncoding }: Wording, version: string): Given | undefined {
    for (const memory of this.#memories.get(url) ?? []) {
      if (memory.accept !== accept || memory.acceptEncoding !== acceptEncoding) continue;
      const entry = this.#entries.get(memory.key);
      if (entry?.version !== version || entry.staleSince !== null) return undefined;
      const form = entry.forms.get(memory.encoding);
      if (form === undefined) return undefined;
      entry.hits++;
      return { form, standing: memory.standing };
    }
    return undefined;
  }

  /** Remembers what a request of this wording, unless it is a long one, got of the entry under the key. */
  remember({ url, accept, acceptEncoding }: Wording, key: string, { form, standing }: Given): void {
    if (lengthOf({ accept, acceptEncoding }) > LONGEST_WORDING) return;
    const others = (this.#memories.get(url) ?? []).filter(
      (memory) => memory.accept !== accept || memory.acceptEncoding !== acceptEncoding,
    );
    const { encoding } = form.variant;
    const memory = { accept, acceptEncoding, key, encoding, standing };
    this.#memories.set(url, [memory, ...others.slice(0, WORDINGS - 1)]);
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

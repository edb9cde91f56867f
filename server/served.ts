import type { ActivityStore } from "../data/activity/store.ts";

/** One dataset version, ready to answer from. A request reads it once and keeps to it. */
export interface Served {
  readonly store: ActivityStore;
  readonly version: string;
  /** Whether it stands in for a current snapshot that is damaged. */
  readonly fallback: boolean;
}

/** Which dataset is served now: the one place where that changes, in one assignment. */
export class ServedDataset {
  #current: Served | null = null;

  /** What new requests are answered from; null until the first dataset is loaded. */
  get current(): Served | null {
    return this.#current;
  }

  /** Serves this store from the next request on; requests that run keep the one they began with. */
  swap(store: ActivityStore, fallback = false): void {
    this.#current = { store, version: store.dataset.version, fallback };
  }
}

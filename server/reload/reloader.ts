import type { ActivityStore } from "../../data/activity/store.ts";
import { Fault } from "../../data/fault.ts";
import { markUsed, type UseMark } from "../../data/snapshot/in-use.ts";
import { currentVersion } from "../../data/snapshot/versions.ts";
import type { Served, ServedDataset } from "../served.ts";
import type { Log } from "../telemetry/log.ts";
import { openInThread } from "./open.ts";

/** What asked for the reload. */
export type Trigger = "SIGHUP" | "mutation" | "pointer";

/** How a reload ended: another version served, the same one current as before, or an error and all as it was. */
export type Outcome = "swapped" | "unchanged" | "failed";

export interface ReloaderParts {
  readonly dataDir: string;
  readonly dataset: ServedDataset;
  readonly log: Log;
  /** Prepares for a dataset that will be served next: the answers most asked for. */
  readonly warm: (next: Served) => Promise<void>;
  /** Told of each dataset once it is served, alone. */
  readonly settled: (store: ActivityStore) => void;
  readonly count: (outcome: Outcome) => void;
}

/**
 * Brings DATA_DIR's current snapshot into service while requests are answered from the present one: opened in a
 * thread, warmed, then swapped in one assignment. A snapshot that does not open changes nothing. One reload at a
 * time; all who ask while one runs share the next.
 */
export class Reloader {
  readonly #parts: ReloaderParts;
  #running: Promise<ActivityStore> | null = null;
  #next: Promise<ActivityStore> | null = null;
  #mark: UseMark | null = null;

  constructor(parts: ReloaderParts) {
    this.#parts = parts;
  }

  /**
   * Serves a store that was opened at the start.
   * @param fallback whether it stands in for a damaged snapshot
   */
  async serve(store: ActivityStore, fallback = false): Promise<void> {
    const before = this.#mark;
    this.#mark = await markUsed(this.#parts.dataDir, store.dataset.version);
    this.#parts.dataset.swap(store, fallback);
    this.#parts.settled(store);
    await before?.release();
  }

  /**
   * Serves the current snapshot, if it is not served already.
   * @returns the store then served
   * @throws Fault DATA_NOT_READY where it cannot be opened; the present one stays
   */
  reload(trigger: Trigger): Promise<ActivityStore> {
    if (this.#running === null && this.#next === null) return this.#begin(trigger);
    this.#next ??= this.#running!.catch(() => {}).then(() => {
      this.#next = null;
      return this.#begin(trigger);
    });
    return this.#next;
  }

  /** Waits for what runs and gives the snapshot free. */
  async close(): Promise<void> {
    await (this.#next ?? this.#running)?.catch(() => {});
    await this.#mark?.release();
    this.#mark = null;
  }

  #begin(trigger: Trigger): Promise<ActivityStore> {
    this.#running = this.#run(trigger).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(trigger: Trigger): Promise<ActivityStore> {
    const { log, count } = this.#parts;
    try {
      return await this.#swap(trigger);
    } catch (error) {
      count("failed");
      log.error({ trigger, err: error }, "the dataset could not be reloaded; the present one is served on");
      throw error;
    }
  }

  async #swap(trigger: Trigger): Promise<ActivityStore> {
    const { dataDir, dataset, log, warm, settled, count } = this.#parts;
    const version = await currentVersion(dataDir);
    if (version === null)
      throw new Fault("DATA_NOT_READY", "The data folder points to no snapshot: import first.");
    const present = dataset.current;
    if (present?.version === version) {
      count("unchanged");
      return present.store;
    }
    const began = performance.now();
    const mark = await markUsed(dataDir, version);
    try {
      const store = await openInThread(dataDir, version);
      await warm({ store, version, fallback: false });
      const before = this.#mark;
      this.#mark = mark;
      dataset.swap(store);
      settled(store);
      await before?.release();
      count("swapped");
      const milliseconds = Math.round(performance.now() - began);
      log.info({ trigger, version, before: present?.version, milliseconds }, "reloaded");
      return store;
    } catch (error) {
      await mark.release();
      throw error;
    }
  }
}

import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../telemetry/log.ts";
import { ALL } from "./tags.ts";

/** Milliseconds that a cache in front may take to answer. */
const TIMEOUT = 2000;
/** Milliseconds to wait before each further attempt to tell of new data. */
const BACK_OFF = [500, 2000, 10_000];

/** The shared caches in front of the service that let go of answers when they are told to. */
export class CachesInFront {
  readonly #urls: readonly string[];
  readonly #log: Log;
  readonly #closed = new AbortController();
  #failures = 0;

  constructor(urls: readonly string[], log: Log) {
    this.#urls = urls;
    this.#log = log;
  }

  get isEmpty(): boolean {
    return this.#urls.length === 0;
  }

  /** How often one of them did not take a purge. */
  get failures(): number {
    return this.#failures;
  }

  /**
   * Tells each to let go of what bears one of the tags: PURGE with the tags in Surrogate-Key; soft where the answers
   * may stand in while they are fetched anew, as `Soft-Purge: 1` says.
   * @returns those that did not, by their address
   */
  async purge(tags: Iterable<string>, soft: boolean, urls = this.#urls): Promise<string[]> {
    const headers = { "Surrogate-Key": [...tags].join(" "), "Soft-Purge": soft ? "1" : "0" };
    const outcomes = await Promise.all(urls.map((url) => this.#tell(url, headers)));
    return urls.filter((_, at) => !outcomes[at]);
  }

  /** Tells all of them that the dataset is another, again and again where one does not listen. */
  async announce(): Promise<void> {
    let left: readonly string[] = await this.purge([ALL], true);
    for (const pause of BACK_OFF) {
      if (left.length === 0) return;
      const waited = await wait(pause, true, { signal: this.#closed.signal, ref: false }).catch(() => false);
      if (!waited) return;
      left = await this.purge([ALL], true, left);
    }
  }

  /** Gives up on what is under way. */
  close(): void {
    this.#closed.abort();
  }

  async #tell(url: string, headers: Record<string, string>): Promise<boolean> {
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT), this.#closed.signal]);
      const { ok, status } = await fetch(url, { method: "PURGE", headers, redirect: "error", signal });
      if (ok) return true;
      this.#log.warn({ cache: url, status }, "a cache in front did not take a purge");
    } catch (error) {
      this.#log.warn({ cache: url, err: error }, "a cache in front could not be told of a purge");
    }
    this.#failures++;
    return false;
  }
}

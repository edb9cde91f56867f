import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { CachesInFront } from "../edge/front.ts";
import type { SingleFlight } from "../edge/single-flight.ts";
import type { EntryStore } from "../edge/store.ts";
import { BOUNDS } from "./durations.ts";

/** The parts of the edge cache that are measured. */
export interface Measured {
  readonly store: EntryStore;
  readonly flights: SingleFlight<unknown>;
  readonly front: CachesInFront;
}

/** The edge cache's measurements, none of them labelled. */
export class EdgeMetrics {
  readonly #filled: Histogram;
  readonly #purged: Counter;

  constructor(registry: Registry, { store, flights, front }: Measured) {
    const registers = [registry];
    const gauge = (name: string, help: string, read: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    const counter = (name: string, help: string, read: () => number) =>
      new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    gauge("edge_cache_entries", "Answers held.", () => store.usage.entries);
    gauge("edge_cache_bytes", "Bytes that the answers held take.", () => store.usage.bytes);
    counter("edge_cache_evictions_total", "Answers let go of for want of room.", () => store.usage.evictions);
    counter(
      "edge_cache_collapsed_total",
      "Requests given an answer that was being made already.",
      () => flights.joined,
    );
    counter(
      "edge_cache_purge_failures_total",
      "Purges that a cache in front did not take.",
      () => front.failures,
    );
    this.#filled = new Histogram({
      name: "edge_cache_fill_seconds",
      help: "Time from beginning to make an answer to keeping it.",
      buckets: [...BOUNDS],
      registers,
    });
    this.#purged = new Counter({
      name: "edge_cache_purged_total",
      help: "Answers purged, softly or not.",
      registers,
    });
  }

  /** Notes the seconds that one answer took to be made. */
  filled = (seconds: number): void => this.#filled.observe(seconds);

  /** Counts answers that a purge let go of. */
  purged = (count: number): void => this.#purged.inc(count);
}

import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { EntryStore } from "../edge/store.ts";
import type { CacheState, Exchange, Route } from "../http/exchange.ts";
import type { Outcome } from "../reload/reloader.ts";
import type { ServedDataset } from "../served.ts";
import { Durations } from "./durations.ts";

/** What an operation is called that nobody registered: labels must stay few, whatever callers send. */
const ADHOC = "adhoc";

/** Requests of one route, status and cache state since the start. */
interface Tally {
  readonly route: Route;
  readonly status: number;
  readonly cache: CacheState | null;
  readonly observe: (seconds: number) => void;
  count: number;
}

/** The process's measurements, in a registry of their own. Every label is one of few, fixed values. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #durations = new Durations(this.#registry);
  /** Counted here and told when collected: prom-client's own counting costs as much as a cached answer. */
  readonly #tallies = new Map<string, Tally>();

  readonly #reloads: Counter<"outcome">;

  constructor(dataset: ServedDataset, store: EntryStore) {
    const registers = [this.#registry];
    const tallies = this.#tallies;
    collectDefaultMetrics({ register: this.#registry });
    new Counter({
      name: "http_requests_total",
      help: "Requests answered, by class of address and status.",
      labelNames: ["route", "status"],
      registers,
      collect() {
        this.reset();
        for (const { route, status, count } of tallies.values()) this.inc({ route, status }, count);
      },
    });
    new Counter({
      name: "graph_requests_total",
      help: "Requests of the graph, by registered operation and what the edge cache did.",
      labelNames: ["operation", "cache"],
      registers,
      collect() {
        this.reset();
        for (const { cache, count } of tallies.values())
          if (cache !== null) this.inc({ operation: ADHOC, cache }, count);
      },
    });
    this.#reloads = new Counter({
      name: "dataset_reloads_total",
      help: "Reloads of the dataset: swapped for another, unchanged, or failed with the present one served on.",
      labelNames: ["outcome"],
      registers,
    });
    for (const outcome of ["swapped", "unchanged", "failed"]) this.#reloads.inc({ outcome }, 0);
    describeStore(registers, store);
    describeDataset(registers, dataset);
  }

  /** Counts one request that has been answered. */
  observe({ route, status, cache, elapsed }: Exchange): void {
    const key = `${route} ${status} ${cache}`;
    let tally = this.#tallies.get(key);
    if (tally === undefined) {
      tally = { route, status, cache, observe: this.#durations.observer(route), count: 0 };
      this.#tallies.set(key, tally);
    }
    tally.count++;
    tally.observe(elapsed / 1000);
  }

  /** Counts one reload that has ended. */
  countReload(outcome: Outcome): void {
    this.#reloads.inc({ outcome });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All measurements in Prometheus' text format. */
  print(): Promise<string> {
    return this.#registry.metrics();
  }
}

function describeStore(registers: Registry[], store: EntryStore): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge("edge_cache_entries", "Answers held.", () => store.usage.entries);
  gauge("edge_cache_bytes", "Bytes that the answers held take.", () => store.usage.bytes);
  new Counter({
    name: "edge_cache_evictions_total",
    help: "Answers let go of for want of room.",
    registers,
    collect() {
      this.reset();
      this.inc(store.usage.evictions);
    },
  });
}

function describeDataset(registers: Registry[], dataset: ServedDataset): void {
  new Gauge({
    name: "dataset_info",
    help: "1 for the dataset served.",
    labelNames: ["version", "source"],
    registers,
    collect() {
      this.reset();
      const served = dataset.current;
      if (served !== null) this.set({ version: served.version, source: served.store.dataset.source }, 1);
    },
  });
  new Gauge({
    name: "dataset_fallback",
    help: "1 while an older snapshot is served since the current one is damaged.",
    registers,
    collect() {
      this.set(dataset.current?.fallback ? 1 : 0);
    },
  });
  new Gauge({
    name: "dataset_rows",
    help: "Rows of (date, district, pincode) served.",
    registers,
    collect() {
      this.set(dataset.current?.store.dataset.rows ?? 0);
    },
  });
}

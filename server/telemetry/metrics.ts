import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { DELIVERY_OUTCOMES, type DeliveryOutcome } from "../alerts/webhooks.ts";
import type { PhraseOutcome } from "../assistant/phraser.ts";
import { ADHOC } from "../documents/persisted.ts";
import type { EngineOutcome } from "../engines/nation.ts";
import type { TaskOutcome } from "../engines/pool.ts";
import type { CacheState, Exchange, Route } from "../http/exchange.ts";
import type { Outcome } from "../reload/reloader.ts";
import type { ServedDataset } from "../served.ts";
import { Durations } from "./durations.ts";
import { EdgeMetrics, type Measured } from "./edge-metrics.ts";

/** Requests of one route, status, cache state and operation since the start. */
interface Tally {
  readonly route: Route;
  readonly status: number;
  readonly cache: CacheState | null;
  readonly operation: string;
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
  readonly #engineRuns: Counter<"engine" | "outcome">;
  readonly #engineSeconds: Gauge<"engine">;

  readonly #tasks: Counter<"task" | "outcome">;
  readonly #events: Counter;
  readonly #phrases: Counter<"outcome">;
  readonly #webhooks: Counter<"outcome">;

  /** The edge cache's own. */
  readonly edge: EdgeMetrics;

  constructor(dataset: ServedDataset, measured: Measured, feed: { readonly followers: number }) {
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
        for (const { cache, operation, count } of tallies.values())
          if (cache !== null) this.inc({ operation, cache }, count);
      },
    });
    this.#reloads = new Counter({
      name: "dataset_reloads_total",
      help: "Reloads of the dataset: swapped for another, unchanged, or failed with the present one served on.",
      labelNames: ["outcome"],
      registers,
    });
    for (const outcome of ["swapped", "unchanged", "failed"]) this.#reloads.inc({ outcome }, 0);
    this.#engineRuns = new Counter({
      name: "engine_runs_total",
      help: "Engines' results had ready for a dataset: kept with its snapshot, made, or failed.",
      labelNames: ["engine", "outcome"],
      registers,
    });
    this.#engineSeconds = new Gauge({
      name: "engine_run_seconds",
      help: "How long the last of them took.",
      labelNames: ["engine"],
      registers,
    });
    new Gauge({
      name: "subscriptions_open",
      help: "Subscriptions that are open.",
      registers,
      collect() {
        this.set(feed.followers);
      },
    });
    this.#events = new Counter({
      name: "subscription_events_total",
      help: "Events sent to subscribers.",
      registers,
    });
    this.#tasks = new Counter({
      name: "engine_tasks_total",
      help: "What engines computed for a request's arguments: done, refused as a mistake, failed, late, or turned away since too many waited.",
      labelNames: ["task", "outcome"],
      registers,
    });
    this.#phrases = new Counter({
      name: "assistant_phrases_total",
      help: "Answers that a language model rephrased, or did not: refused by the checks, failed, late, or not asked for now.",
      labelNames: ["outcome"],
      registers,
    });
    this.#webhooks = new Counter({
      name: "webhook_deliveries_total",
      help: "Webhooks delivered, sent again, given up, or dropped since too many waited.",
      labelNames: ["outcome"],
      registers,
    });
    for (const outcome of DELIVERY_OUTCOMES) this.#webhooks.inc({ outcome }, 0);
    this.edge = new EdgeMetrics(this.#registry, measured);
    describeDataset(registers, dataset);
  }

  /** Counts one request that has been answered. */
  observe({ route, status, cache, operation: asked, elapsed }: Exchange): void {
    const operation = asked ?? ADHOC;
    const key = `${route} ${status} ${cache} ${operation}`;
    let tally = this.#tallies.get(key);
    if (tally === undefined) {
      tally = { route, status, cache, operation, observe: this.#durations.observer(route), count: 0 };
      this.#tallies.set(key, tally);
    }
    tally.count++;
    tally.observe(elapsed / 1000);
  }

  /** Counts one reload that has ended. */
  countReload(outcome: Outcome): void {
    this.#reloads.inc({ outcome });
  }

  /** Counts one run of an engine that has ended. */
  countEngine(engine: string, outcome: EngineOutcome, seconds: number): void {
    this.#engineRuns.inc({ engine, outcome });
    this.#engineSeconds.set({ engine }, seconds);
  }

  /** Counts one task of the pool that has ended. */
  countTask(task: string, outcome: TaskOutcome): void {
    this.#tasks.inc({ task, outcome });
  }

  /** Counts what became of one wish to have an answer rephrased. */
  countPhrase(outcome: PhraseOutcome): void {
    this.#phrases.inc({ outcome });
  }

  /** Counts what became of a webhook, or of an attempt at one. */
  countWebhook(outcome: DeliveryOutcome): void {
    this.#webhooks.inc({ outcome });
  }

  /** Counts one event sent to a subscriber. */
  countEvent(): void {
    this.#events.inc();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All measurements in Prometheus' text format. */
  print(): Promise<string> {
    return this.#registry.metrics();
  }
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

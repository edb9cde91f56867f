import { setImmediate } from "node:timers/promises";
import type { ActivityStore } from "../../data/activity/store.ts";
import { Fault } from "../../data/fault.ts";
import { alertsOf } from "../../engines/alerts/alerts.ts";
import { Catalogue } from "../../engines/nation/catalogue.ts";
import { type NationResults, readResults } from "../../engines/nation/keep.ts";
import { NationRisk } from "../../engines/nation/risk.ts";
import type { LevelThresholds } from "../../engines/risk/level.ts";
import { type Engines, NO_ENGINES, notReady } from "../../schema/engines.ts";
import { runThread } from "../process/thread.ts";
import type { Log } from "../telemetry/log.ts";
import type { NationMessage } from "./nation-thread.ts";

const THREAD = new URL("./nation-thread.ts", import.meta.url);
/** Milliseconds that one run may take. */
const TIMEOUT = 600_000;

/** How a run ended: read as kept with the snapshot, made now, or neither. */
export type EngineOutcome = "kept" | "made" | "failed";
export type EngineState = "idle" | "running" | "ready" | "failed";

interface Run {
  readonly version: string;
  readonly stop: AbortController;
  state: EngineState;
  results: Engines | null;
}

export interface NationParts {
  readonly dataDir: string;
  readonly log: Log;
  /** Whether results are made that are not kept with the snapshot. */
  readonly runs: boolean;
  /** Scores from which risk is MEDIUM, HIGH and CRITICAL. */
  readonly thresholds: LevelThresholds;
  readonly count: (outcome: EngineOutcome, seconds: number) => void;
  /** Told of the results of the dataset served, once they are ready. */
  readonly ready: (store: ActivityStore, results: Engines) => void;
}

/**
 * Has the engines' results ready for the dataset served: those kept with its snapshot, else made once, in a thread
 * of their own, while all else is answered. A run that fails leaves its fields without an answer and everything else as
 * it is.
 */
export class NationEngines {
  readonly #parts: NationParts;
  #run: Run | null = null;

  constructor(parts: NationParts) {
    this.#parts = parts;
  }

  get state(): EngineState {
    return this.#run?.state ?? "idle";
  }

  /** Begins for a dataset that is served from now on; the run for another one stops. */
  async serve(store: ActivityStore): Promise<void> {
    const { version } = store.dataset;
    if (this.#run?.version === version) return;
    this.close();
    const run: Run = { version, stop: new AbortController(), state: "running", results: null };
    this.#run = run;
    const began = performance.now();
    const { dataDir, log, runs, thresholds, count } = this.#parts;
    const seconds = () => (performance.now() - began) / 1000;
    try {
      const kept = await readResults(dataDir, store);
      if (kept === null && !runs) {
        run.state = "idle";
        return;
      }
      const { watched, assessed, outlook } = kept ?? (await this.#make(run));
      const catalogue = new Catalogue(watched, store.gazetteer);
      // Requests are answered between one and the next.
      await setImmediate();
      const alerts = alertsOf(catalogue.found, watched.alerts);
      await setImmediate();
      const risk = new NationRisk(assessed, store.gazetteer, thresholds);
      run.results = {
        findings: () => catalogue,
        alerts: () => alerts,
        risk: () => risk,
        outlook: () => outlook,
      };
      run.state = "ready";
      count(kept === null ? "made" : "kept", seconds());
      log.info({ version, findings: watched.findings.length, seconds: seconds() }, "engines are ready");
      this.#parts.ready(store, run.results);
    } catch (error) {
      if (run.stop.signal.aborted) return;
      run.state = "failed";
      count("failed", seconds());
      log.error({ version, err: error }, "engines failed; their fields are not answered");
    }
  }

  /** What is known of the dataset of this version. */
  of(version: string): Engines {
    const run = this.#run;
    if (run?.version !== version) return NO_ENGINES;
    const results = () => {
      if (run.results !== null) return run.results;
      throw run.state === "failed"
        ? new Fault("ENGINE_FAILED", "The engines failed on this dataset: the log says why.")
        : notReady();
    };
    return {
      findings: () => results().findings(),
      alerts: () => results().alerts(),
      risk: () => results().risk(),
      outlook: () => results().outlook(),
    };
  }

  /** Stops what runs. */
  close(): void {
    this.#run?.stop.abort();
    this.#run = null;
  }

  async #make({ version, stop }: Run): Promise<NationResults> {
    const { dataDir, log } = this.#parts;
    let told = "watch 0";
    let results: NationResults | null = null;
    const hear = (message: NationMessage) => {
      if ("results" in message) {
        results = message.results;
        if (message.notKept !== null)
          log.warn(
            { version, why: message.notKept },
            "the engines' results cannot be kept with the snapshot",
          );
        return;
      }
      const { stage, done, total } = message;
      const quarter = `${stage} ${Math.floor((4 * done) / total)}`;
      if (quarter !== told)
        log.info({ version, stage, percent: Math.floor((100 * done) / total) }, "engines run");
      told = quarter;
    };
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(TIMEOUT)]);
    await runThread(THREAD, { dataDir, version }, hear, signal);
    if (results === null) throw new Error(`The thread of ${version} ended without results.`);
    return results;
  }
}

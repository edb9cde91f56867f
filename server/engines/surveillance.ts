import type { ActivityStore } from "../../data/activity/store.ts";
import { Fault } from "../../data/fault.ts";
import { Catalogue } from "../../engines/nation/catalogue.ts";
import { readFindings } from "../../engines/nation/keep.ts";
import { type Engines, NO_ENGINES } from "../../schema/engines.ts";
import { runThread } from "../process/thread.ts";
import type { Log } from "../telemetry/log.ts";

const THREAD = new URL("./findings-thread.ts", import.meta.url);
/** Milliseconds that one run may take. */
const TIMEOUT = 600_000;

/** How a run ended: read as kept with the snapshot, made now, or neither. */
export type EngineOutcome = "kept" | "made" | "failed";
export type EngineState = "idle" | "running" | "ready" | "failed";

interface Run {
  readonly version: string;
  readonly stop: AbortController;
  state: EngineState;
  catalogue: Catalogue | null;
}

export interface SurveillanceParts {
  readonly dataDir: string;
  readonly log: Log;
  readonly count: (outcome: EngineOutcome, seconds: number) => void;
}

/**
 * Has surveillance's findings ready for the dataset served: those kept with its snapshot, else made once, in a thread
 * of their own, while all else is answered. A run that fails leaves its fields without an answer and everything else as
 * it is.
 */
export class SurveillanceEngine {
  readonly #parts: SurveillanceParts;
  #run: Run | null = null;

  constructor(parts: SurveillanceParts) {
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
    const run: Run = { version, stop: new AbortController(), state: "running", catalogue: null };
    this.#run = run;
    const began = performance.now();
    const { dataDir, log, count } = this.#parts;
    const seconds = () => (performance.now() - began) / 1000;
    try {
      const kept = await readFindings(dataDir, store);
      const watched = kept ?? (await this.#make(store, run));
      run.catalogue = new Catalogue(watched, store.gazetteer);
      run.state = "ready";
      count(kept === null ? "made" : "kept", seconds());
      log.info({ version, findings: watched.findings.length, seconds: seconds() }, "surveillance is ready");
    } catch (error) {
      if (run.stop.signal.aborted) return;
      run.state = "failed";
      count("failed", seconds());
      log.error({ version, err: error }, "surveillance failed; its fields are not answered");
    }
  }

  /** What is known of the dataset of this version. */
  of(version: string): Engines {
    const run = this.#run;
    if (run?.version !== version) return NO_ENGINES;
    return {
      findings() {
        if (run.catalogue !== null) return run.catalogue;
        if (run.state !== "failed") return NO_ENGINES.findings();
        throw new Fault("ENGINE_FAILED", "Surveillance failed on this dataset: the log says why.");
      },
    };
  }

  /** Stops what runs. */
  close(): void {
    this.#run?.stop.abort();
    this.#run = null;
  }

  async #make(store: ActivityStore, { version, stop }: Run) {
    const { dataDir, log } = this.#parts;
    let told = 0;
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(TIMEOUT)]);
    await runThread(
      THREAD,
      { dataDir, version },
      ([done, total]: [number, number]) => {
        const quarter = Math.floor((4 * done) / total);
        if (quarter > told) log.info({ version, percent: 25 * quarter }, "surveillance");
        told = quarter;
      },
      signal,
    );
    const made = await readFindings(dataDir, store);
    if (made === null) throw new Error(`The findings of ${version} were made, but are not there.`);
    return made;
  }
}

import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { type Pool, pool, Promise as Task } from "workerpool";
import { Fault } from "../../data/fault.ts";
import type { ProjectionRequest } from "../../engines/projection/answer.ts";
import type { Compute, Tasks } from "../../schema/compute.ts";
import { Refusal } from "../http/refusal.ts";
import type { Log } from "../telemetry/log.ts";
import type { PoolResult } from "./pool-thread.ts";

const THREAD = fileURLToPath(new URL("./pool-thread.ts", import.meta.url));
/** Tasks that wait for a thread; further ones are turned away. */
const WAITING_MOST = 64;
/** How the pool says that there is no more room; it gives no code. */
const FULL = /^Max queue size of /;
/** Milliseconds that a task may take once a thread has begun it. */
const TIMEOUT = 5_000;
/** Megabytes of a thread's heap: engines work on arrays, and leave little behind. */
const HEAP = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 };
/** Seconds after which somebody who was turned away may come back. */
const COME_BACK = "2";

export type TaskOutcome = "done" | "mistake" | "failed" | "late" | "turned_away";

export interface PoolParts {
  readonly log: Log;
  readonly count: (task: keyof Tasks, outcome: TaskOutcome) => void;
  /** The module whose default export computes; that of the engines where left out. */
  readonly thread?: string;
  readonly timeout?: number;
  readonly waitingMost?: number;
}

/**
 * Computes what depends on a request's arguments on threads of its own, so that all else is answered meanwhile. Those who
 * wait are few and told so; a task that takes too long ends with its thread, and the next has a new one.
 */
export class EnginePool implements Compute {
  readonly #parts: PoolParts;
  readonly #threads: Pool;
  #state: "ready" | "failed" = "ready";

  constructor(parts: PoolParts) {
    this.#parts = parts;
    const { thread = THREAD, waitingMost = WAITING_MOST } = parts;
    // One core is for the thread that answers.
    const threads = Math.max(1, availableParallelism() - 1);
    this.#threads = pool(thread, {
      workerType: "thread",
      maxWorkers: threads,
      maxQueueSize: waitingMost,
      workerThreadOpts: { resourceLimits: HEAP },
    });
  }

  /** Failed where the last task did by a mistake of ours, until one is done again. */
  get state(): "ready" | "failed" {
    return this.#state;
  }

  project: Compute["project"] = (request, signal) => this.#compute("project", request, signal);

  /** Has a thread ready that has computed what every projection begins with, so that nobody waits for that. */
  async warm(): Promise<void> {
    const request: ProjectionRequest = { place: "IN", horizon: 1 };
    // Where that fails, so does the first who asks, and is told.
    await this.#threads.exec("work", ["project", request]).catch(() => {});
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#threads.terminate(true);
  }

  async #compute<T extends keyof Tasks>(
    task: T,
    given: Parameters<Tasks[T]>[0],
    signal?: AbortSignal,
  ): Promise<ReturnType<Tasks[T]>> {
    signal?.throwIfAborted();
    const { count, timeout = TIMEOUT } = this.#parts;
    let result: PoolResult;
    try {
      result = await this.#threads.exec("work", [task, given]).timeout(timeout);
    } catch (error) {
      throw this.#explain(task, error);
    }
    this.#state = "ready";
    if ("done" in result) {
      count(task, "done");
      return result.done as ReturnType<Tasks[T]>;
    }
    count(task, "mistake");
    const { code, message, details } = result.fault;
    throw new Fault(code, message, details as Record<string, unknown>);
  }

  #explain(task: keyof Tasks, error: unknown): Fault {
    const { count, log } = this.#parts;
    if (error instanceof Task.TimeoutError) {
      count(task, "late");
      return new Fault("TIMEOUT", "The engine took longer than it may: ask for less, or again in a moment.");
    }
    if (error instanceof Error && FULL.test(error.message)) {
      count(task, "turned_away");
      const message = `Too much is being computed: come back in ${COME_BACK} s.`;
      return new Refusal(503, "BUSY", message, ["Retry-After", COME_BACK]);
    }
    this.#state = "failed";
    count(task, "failed");
    const errorId = randomUUID();
    log.error({ errorId, task, err: error }, "an engine failed");
    return new Fault("ENGINE_FAILED", "The engine failed; the errorId names why in our log.", { errorId });
  }
}

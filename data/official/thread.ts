import { parentPort } from "node:worker_threads";
import { buffersOf } from "../buffers.ts";
import { type CombineJob, combineStretch } from "./combine.ts";
import { type ScatterJob, scatter } from "./gather.ts";
import { Records } from "./records.ts";
import { readShare, type Work } from "./share.ts";
import { type Copy, copyAll } from "./shared.ts";
import { Spellings } from "./spellings.ts";

/** What a thread can be asked to do. */
export type Task =
  | { readonly read: Work; readonly first: number }
  | { readonly scatter: ScatterJob }
  | { readonly copy: readonly Copy[] }
  | { readonly combine: CombineJob; readonly begin: number; readonly end: number };

/** What a thread answers: the outcome, or why there is none. */
export type Answer = { readonly done: unknown } | { readonly failed: unknown };

async function perform(task: Task): Promise<unknown> {
  if ("read" in task) return readShare(task.read, task.first, new Spellings(), new Records());
  if ("scatter" in task) return scatter(task.scatter);
  if ("copy" in task) return copyAll(task.copy);
  return combineStretch(task.combine, task.begin, task.end);
}

parentPort!.on("message", async (task: Task) => {
  try {
    const done = await perform(task);
    parentPort!.postMessage({ done } satisfies Answer, buffersOf(done));
  } catch (error) {
    parentPort!.postMessage({ failed: error } satisfies Answer);
  }
});

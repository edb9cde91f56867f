import type { ActivityStore } from "../../data/activity/store.ts";
import { openStore } from "../../data/open.ts";
import { runThread } from "./thread.ts";

/** Told how far the sample is: of how many steps how many are done. */
export type OnProgress = (done: number, total: number) => void;

const SAMPLE = new URL("./sample-thread.ts", import.meta.url);

/**
 * The store over DATA_DIR's current snapshot; where there is none, over the sample, made now in a thread of
 * its own, so that the process goes on answering.
 * @throws Fault DATA_NOT_READY where the snapshot is damaged
 */
export async function loadStore(dataDir: string, onProgress: OnProgress): Promise<ActivityStore> {
  const present = await openStore(dataDir);
  if (present !== null) return present;
  await runThread(SAMPLE, dataDir, ([done, total]: [number, number]) => onProgress(done, total));
  const made = await openStore(dataDir);
  if (made === null) throw new Error(`${dataDir} holds no snapshot although the sample was made.`);
  return made;
}

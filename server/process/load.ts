import type { ActivityStore } from "../../data/activity/store.ts";
import { type OnDamaged, openStore } from "../../data/open.ts";
import type { Config } from "./config.ts";
import { runThread } from "./thread.ts";

/** Told how far the sample is: of how many steps how many are done. */
export type OnProgress = (done: number, total: number) => void;

const SAMPLE = new URL("./sample-thread.ts", import.meta.url);

/**
 * The store over DATA_DIR's current snapshot, or the last good one; where there is none, over the sample, made now in a thread of
 * its own, so that the process goes on answering.
 * @throws Fault DATA_NOT_READY where there are snapshots, but all damaged
 */
export async function loadStore(
  { dataDir, snapshotsKept }: Pick<Config, "dataDir" | "snapshotsKept">,
  onProgress: OnProgress,
  onDamaged: OnDamaged,
): Promise<ActivityStore> {
  const present = await openStore(dataDir, onDamaged);
  if (present !== null) return present;
  await runThread(SAMPLE, { dataDir, kept: snapshotsKept }, ([done, total]: [number, number]) =>
    onProgress(done, total),
  );
  const made = await openStore(dataDir);
  if (made === null) throw new Error(`${dataDir} holds no snapshot although the sample was made.`);
  return made;
}

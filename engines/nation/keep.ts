import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ActivityStore } from "../../data/activity/store.ts";
import { layout } from "../../data/snapshot/layout.ts";
import { decodeFindings, EDITION, encodeFindings } from "./results.ts";
import { type OnWatched, type Watched, watchNation } from "./watch.ts";

/** Where a snapshot's findings are kept: with it, under the edition of the method. */
const pathOf = (dataDir: string, version: string) =>
  join(layout.snapshot(dataDir, version), `findings-${EDITION}.json`);

/**
 * The findings kept with the store's snapshot; null where there are none, or none that can be read: they are made
 * again then.
 */
export async function readFindings(
  dataDir: string,
  { dataset, gazetteer }: ActivityStore,
): Promise<Watched | null> {
  try {
    return decodeFindings(await readFile(pathOf(dataDir, dataset.version), "utf8"), gazetteer);
  } catch {
    return null;
  }
}

/** Watches the nation and keeps the findings with the snapshot: all of them or none. */
export async function makeFindings(
  dataDir: string,
  store: ActivityStore,
  onProgress?: OnWatched,
): Promise<Watched> {
  const watched = await watchNation(store, onProgress);
  const path = pathOf(dataDir, store.dataset.version);
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, encodeFindings(watched, store.gazetteer));
  await rename(draft, path);
  return watched;
}

import { parentPort, workerData } from "node:worker_threads";
import { openSnapshot, storeOver } from "../../data/open.ts";
import { keepResults, makeResults, type NationResults } from "../../engines/nation/keep.ts";

/** What the thread tells: how far it is, and in the end its results; and why they are not kept, where they are not. */
export type NationMessage =
  | { readonly stage: "watch" | "forecast"; readonly done: number; readonly total: number }
  | { readonly results: NationResults; readonly notKept: string | null };

const { dataDir, version } = workerData as { dataDir: string; version: string };
const tell = (message: NationMessage) => parentPort!.postMessage(message);

const store = storeOver(await openSnapshot(dataDir, version));
const results = await makeResults(store, (stage, done, total) => tell({ stage, done, total }));
const notKept = await keepResults(dataDir, store, results).then(
  () => null,
  (error: Error) => error.message,
);
tell({ results, notKept });

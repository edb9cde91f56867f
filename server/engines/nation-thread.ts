import { parentPort, workerData } from "node:worker_threads";
import { openSnapshot, storeOver } from "../../data/open.ts";
import { makeResults } from "../../engines/nation/keep.ts";

const { dataDir, version } = workerData as { dataDir: string; version: string };
const store = storeOver(await openSnapshot(dataDir, version));
await makeResults(dataDir, store, (done, total) => parentPort!.postMessage([done, total]));

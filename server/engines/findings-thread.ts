import { parentPort, workerData } from "node:worker_threads";
import { openSnapshot, storeOver } from "../../data/open.ts";
import { makeFindings } from "../../engines/nation/keep.ts";

const { dataDir, version } = workerData as { dataDir: string; version: string };
const store = storeOver(await openSnapshot(dataDir, version));
await makeFindings(dataDir, store, (done, total) => parentPort!.postMessage([done, total]));

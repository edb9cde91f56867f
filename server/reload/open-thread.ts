import { parentPort, workerData } from "node:worker_threads";
import { buffersOf } from "../../data/buffers.ts";
import { Fault } from "../../data/fault.ts";
import { openSnapshot } from "../../data/open.ts";

const { dataDir, version } = workerData as { dataDir: string; version: string };

try {
  const opened = await openSnapshot(dataDir, version);
  parentPort!.postMessage({ opened }, buffersOf(opened));
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  // A class does not survive the passage from one thread to another.
  parentPort!.postMessage({ fault: { code: error.code, message: error.message } });
}

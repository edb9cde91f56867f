import { parentPort, workerData } from "node:worker_threads";
import { writeSample } from "../../data/sample/ensure.ts";

const { dataDir, kept } = workerData as { dataDir: string; kept: number };

await writeSample(dataDir, {
  kept,
  onProgress: (done: number, total: number) => parentPort?.postMessage([done, total]),
});

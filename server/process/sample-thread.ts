import { parentPort, workerData } from "node:worker_threads";
import { writeSample } from "../../data/sample/ensure.ts";

await writeSample(workerData as string, {
  onProgress: (done: number, total: number) => parentPort?.postMessage([done, total]),
});

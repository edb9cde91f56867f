import { Worker } from "node:worker_threads";

/**
 * Runs a module in a thread of its own, until it ends.
 * @param onMessage given what it posts
 * @throws what the thread throws
 */
export async function runThread<T>(
  module: URL,
  workerData: unknown,
  onMessage: (message: T) => void,
): Promise<void> {
  const worker = new Worker(module, { workerData });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.on("message", onMessage);
  worker.once("error", reject);
  worker.once("exit", (code) =>
    code === 0 ? resolve() : reject(new Error(`${module.pathname} ended with exit code ${code}.`)),
  );
  await promise;
}

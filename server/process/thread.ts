import { Worker } from "node:worker_threads";

/**
 * Runs a module in a thread of its own, until it ends.
 * @param onMessage given what it posts
 * @param signal ends the thread, which is then thrown as its reason
 * @throws what the thread throws
 */
export async function runThread<T>(
  module: URL,
  workerData: unknown,
  onMessage: (message: T) => void,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const worker = new Worker(module, { workerData });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.on("message", onMessage);
  worker.once("error", reject);
  worker.once("exit", (code) =>
    code === 0 ? resolve() : reject(new Error(`${module.pathname} ended with exit code ${code}.`)),
  );
  const end = () => {
    reject(signal!.reason);
    void worker.terminate();
  };
  signal?.addEventListener("abort", end, { once: true });
  await promise.finally(() => signal?.removeEventListener("abort", end));
}

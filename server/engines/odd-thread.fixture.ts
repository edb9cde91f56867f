import { worker } from "workerpool";
import type { PoolResult } from "./pool-thread.ts";

/** A thread of a pool that does what the request's place says: throw, hang or end at once. */
function work(_: string, { place }: { readonly place: string }): PoolResult {
  if (place === "throw") throw new Error("secret of the engine");
  while (place === "hang") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  return { done: { place } };
}

worker({ work });

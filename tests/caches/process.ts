import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** A cache that listens on loopback in front of an origin. */
export interface Cache {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a server in the foreground and waits until it answers `/ready` through to its origin.
 * @throws Error with what it wrote where it does not within ten seconds
 */
export async function startCache(program: string, args: readonly string[], url: string): Promise<Cache> {
  const child: ChildProcess = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  let written = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (chunk) => (written += chunk));
  for (let round = 0; round < 200 && child.exitCode === null; round++) {
    if (await answers(`${url}/ready`)) {
      const stop = async () => {
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        await ended;
      };
      return { url, stop };
    }
    await wait(50);
  }
  child.kill("SIGKILL");
  throw new Error(`${program} does not answer: ${written}`);
}

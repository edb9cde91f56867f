import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A process of ours that listens on loopback, from its start to its being ready. */
export interface Service {
  readonly url: string;
  readonly pid: number;
  /** Seconds from spawning to the first answer 200 of the path that was waited for. */
  readonly startSeconds: number;
  stop(): Promise<void>;
}

/** A port of the loopback that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}

async function waitFor(url: string, child: ChildProcess, seconds: number): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`The process ended with ${child.exitCode} before ${url} answered.`);
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${url} did not answer 200 within ${seconds} s.`);
}

/** Starts `node FILE` with PORT and HOST set, no engines running beside, and waits until `path` answers 200. */
export async function startService(
  file: string,
  path: string,
  env: Readonly<Record<string, string>> = {},
  seconds = 60,
): Promise<Service> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, [file], {
    env: {
      ...process.env,
      LOG_LEVEL: "error",
      ENGINES_RUN: "false",
      ...env,
      HOST: "127.0.0.1",
      PORT: String(port),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor(url + path, child, seconds);
  return {
    url,
    pid: child.pid!,
    startSeconds: (performance.now() - from) / 1000,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Clock ticks a second in which Linux tells CPU time. */
const TICKS = 100;

/** Seconds of CPU that a process has used, its threads' included. Linux only. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Megabytes (10^6) a process holds: resident now and at its peak. Linux only. */
export function residentMegabytes(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (key: string) => (Number(new RegExp(`${key}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024) / 1e6;
  return { now: read("VmRSS"), peak: read("VmHWM") };
}

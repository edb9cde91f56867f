import { median } from "./median.ts";
import { residentMegabytes, startService } from "./service.ts";

const ROUNDS = 7;

export interface ColdStart {
  /** Median seconds from spawning to /ready with a snapshot present, and of a bare node:http server. */
  readonly ready: number;
  readonly bare: number;
  /** Megabytes resident, median, once ready and after a hundred ad-hoc queries. */
  readonly memoryReady: number;
  readonly memoryServed: number;
}

const METRICS = ["ENROLMENT", "DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE", "ACTIVITY"];
const GROUPS = ["[]", "[STATE]", "[DISTRICT]", "[PINCODE]"];
const BUCKETS = ["null", "MONTH", "WEEK"];

/** A hundred different questions, each executed once: what a working day leaves in memory. */
async function ask(url: string): Promise<void> {
  for (let at = 0; at < 100; at++) {
    const metric = METRICS[at % METRICS.length];
    const groupBy = GROUPS[(at >> 2) % GROUPS.length];
    const bucket = groupBy === "[PINCODE]" ? "null" : BUCKETS[at % BUCKETS.length];
    const query = `{ stats(groupBy: ${groupBy}, bucket: ${bucket}, first: ${50 + at}, orderBy: { metric: ${metric} }) {
      totalGroups rows { from place { name } value(metric: ${metric}) } } }`;
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`);
    const answer = (await response.json()) as { errors?: unknown };
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  }
}

/** Cold starts on the snapshot in dataDir, in turn with a bare server's. */
export async function measureColdStart(dataDir: string): Promise<ColdStart> {
  const [ready, bare, memoryReady, memoryServed]: number[][] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const idle = await startService("bench/idle.ts", "/");
    bare!.push(idle.startSeconds);
    await idle.stop();
    const service = await startService("server/main.ts", "/ready", { DATA_DIR: dataDir });
    ready!.push(service.startSeconds);
    memoryReady!.push(residentMegabytes(service.pid).now);
    if (round < 3) {
      await ask(service.url);
      memoryServed!.push(residentMegabytes(service.pid).now);
    }
    await service.stop();
  }
  return {
    ready: median(ready!),
    bare: median(bare!),
    memoryReady: median(memoryReady!),
    memoryServed: median(memoryServed!),
  };
}

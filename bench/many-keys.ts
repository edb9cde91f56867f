import { once } from "node:events";
import { Agent, request } from "node:http";
import { residentMegabytes, type Service } from "./service.ts";

const AT_ONCE = 16;

/** What the cache holds while it is thrown more different questions than it has room for. */
export interface ManyKeys {
  readonly keys: number;
  /** The most bytes that the cache said it held, of those it may. */
  readonly most: number;
  readonly entries: number;
  readonly evictions: number;
  /** Megabytes resident before and after. */
  readonly before: number;
  readonly after: number;
}

async function measured(service: Service, metric: string): Promise<number> {
  const metrics = await (await fetch(`${service.url}/metrics`)).text();
  return Number(new RegExp(`^${metric} (\\d+)`, "m").exec(metrics)![1]);
}

async function ask(service: Service, agent: Agent, at: number): Promise<void> {
  const query = encodeURIComponent(`{ a${at}: dataset { version rows } }`);
  const outgoing = request(`${service.url}/graphql?query=${query}`, { agent });
  outgoing.end();
  const [incoming] = await once(outgoing, "response");
  incoming.resume();
  await once(incoming, "end");
  if (incoming.statusCode !== 200) throw new Error(`Question ${at} was answered ${incoming.statusCode}.`);
}

/** Asks so many different questions, some at a time. */
export async function throwKeys(service: Service, keys: number): Promise<ManyKeys> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const before = residentMegabytes(service.pid).now;
  let [next, most] = [0, 0];
  const askNext = async () => {
    while (next < keys) {
      const at = next++;
      await ask(service, agent, at);
      if (at % 1000 === 0) most = Math.max(most, await measured(service, "edge_cache_bytes"));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askNext));
  agent.destroy();
  return {
    keys,
    most: Math.max(most, await measured(service, "edge_cache_bytes")),
    entries: await measured(service, "edge_cache_entries"),
    evictions: await measured(service, "edge_cache_evictions_total"),
    before,
    after: residentMegabytes(service.pid).now,
  };
}

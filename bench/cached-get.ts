import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import autocannon from "autocannon";
import { median } from "./median.ts";
import { type Service, startService } from "./service.ts";

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 50;

const QUERY = `{ stats(groupBy: [STATE], orderBy: { metric: ACTIVITY }) {
  rows { place { code name } value(metric: ACTIVITY) share: value(metric: ACTIVITY, as: SHARE_OF_TOTAL) } } }`;

export interface CachedGet {
  /** Requests a second, medians of the interleaved rounds. */
  readonly cached: number;
  readonly bare: number;
  /** Median of the rounds' own ratios. */
  readonly ratio: number;
  readonly bytes: number;
}

async function load(service: Service, path: string): Promise<number> {
  const result = await autocannon({
    url: service.url + path,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { "accept-encoding": "br" },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} not 2xx, ${result.errors} errors`);
  return result.requests.average;
}

/** What the bare server must send: the very headers and bytes of a warm answer. */
async function recordAnswer(url: string, file: string): Promise<number> {
  const request = { headers: { "accept-encoding": "br" } };
  await (await fetch(url, request)).arrayBuffer();
  const { get } = await import("node:http");
  const { headers, body } = await new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      get(url, request, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
      }).on("error", reject);
    },
  );
  if (headers["x-cache"] !== "HIT") throw new Error(`The warm answer says X-Cache: ${headers["x-cache"]}`);
  const kept = Object.entries(headers).filter(
    ([name]) => !["connection", "keep-alive", "date"].includes(name),
  );
  await writeFile(file, JSON.stringify({ headers: Object.fromEntries(kept), body: body.toString("base64") }));
  return body.length;
}

/** A warm GET /graphql against bare node:http sending the same bytes under the same headers. */
export async function measureCachedGet(dataDir: string): Promise<CachedGet> {
  const service = await startService("server/main.ts", "/ready", { DATA_DIR: dataDir });
  const path = `/graphql?query=${encodeURIComponent(QUERY)}`;
  const file = join(dataDir, "bare-answer.json");
  const bytes = await recordAnswer(service.url + path, file);
  const peer = await startService("bench/bare.ts", "/", { BARE_ANSWER: file });
  const [cached, bare]: number[][] = [[], []];
  try {
    for (const server of [service, peer]) await load(server, path);
    for (let round = 0; round < ROUNDS; round++) {
      cached!.push(await load(service, path));
      bare!.push(await load(peer, path));
    }
  } finally {
    await service.stop();
    await peer.stop();
  }
  const ratios = cached!.map((rate, round) => rate / bare![round]!);
  return { cached: median(cached!), bare: median(bare!), ratio: median(ratios), bytes };
}

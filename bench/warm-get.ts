import { writeFile } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import autocannon from "autocannon";
import { median } from "./median.ts";
import { cpuSeconds, type Service, startService } from "./service.ts";

const SECONDS = 3;
const CONNECTIONS = 50;

const QUERY = `{ stats(groupBy: [STATE], orderBy: { metric: ACTIVITY }) {
  rows { place { code name } value(metric: ACTIVITY) share: value(metric: ACTIVITY, as: SHARE_OF_TOTAL) } } }`;
const PATH = `/graphql?query=${encodeURIComponent(QUERY)}`;

type Headers = Readonly<Record<string, string>>;

interface Recorded {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** One kind of warm answer against bare node:http sending the same status, headers and bytes. */
export interface WarmGet {
  /** Requests a second, medians of the interleaved rounds. */
  readonly ours: number;
  readonly bare: number;
  /** Median of the rounds' own ratios of requests a second. */
  readonly ratio: number;
  /** Microseconds of CPU a request, medians. */
  readonly oursCpu: number;
  readonly bareCpu: number;
  readonly bytes: number;
}

function ask(url: string, headers: Headers): Promise<Recorded> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on("error", reject);
  });
}

/** Writes what the bare server must send: the status, headers and bytes of a warm answer. */
async function record({ status, headers, body }: Recorded, file: string): Promise<void> {
  if (headers["x-cache"] !== "HIT") throw new Error(`The warm answer says X-Cache: ${headers["x-cache"]}`);
  const own = ["connection", "keep-alive", "date"];
  const kept = Object.entries(headers).filter(([name]) => !own.includes(name));
  const answer = { status, headers: Object.fromEntries(kept), body: body.toString("base64") };
  await writeFile(file, JSON.stringify(answer));
}

async function load(service: Service, headers: Headers, status: number) {
  const before = cpuSeconds(service.pid);
  const result = await autocannon({
    url: service.url + PATH,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers,
  });
  const good = result.statusCodeStats[status]?.count ?? 0;
  const { average, total } = result.requests;
  if (result.errors > 0 || good < total)
    throw new Error(`${total - good} not ${status}, ${result.errors} errors`);
  return { rate: average, cpu: ((cpuSeconds(service.pid) - before) / total) * 1e6 };
}

/**
 * A warm GET /graphql that takes this encoding.
 * @param conditional whether the client holds the answer, so that it is 304
 */
export async function measureWarmGet(
  service: Service,
  dataDir: string,
  encoding: string,
  conditional: boolean,
  rounds: number,
): Promise<WarmGet> {
  const accepting = { "accept-encoding": encoding };
  await ask(service.url + PATH, accepting);
  const { etag } = (await ask(service.url + PATH, accepting)).headers;
  const headers: Headers = conditional ? { ...accepting, "if-none-match": String(etag) } : accepting;
  const warm = await ask(service.url + PATH, headers);
  const file = join(dataDir, "bare-answer.json");
  await record(warm, file);
  const peer = await startService("bench/bare.ts", "/alive", { BARE_ANSWER: file });
  const [ours, bare]: { rate: number; cpu: number }[][] = [[], []];
  try {
    for (const one of [service, peer]) await load(one, headers, warm.status);
    for (let round = 0; round < rounds; round++) {
      ours!.push(await load(service, headers, warm.status));
      bare!.push(await load(peer, headers, warm.status));
    }
  } finally {
    await peer.stop();
  }
  const middle = (loads: { rate: number; cpu: number }[], what: "rate" | "cpu") =>
    median(loads.map((one) => one[what]));
  return {
    ours: middle(ours!, "rate"),
    bare: middle(bare!, "rate"),
    ratio: median(ours!.map(({ rate }, round) => rate / bare![round]!.rate)),
    oursCpu: middle(ours!, "cpu"),
    bareCpu: middle(bare!, "cpu"),
    bytes: warm.body.length,
  };
}

import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import pino from "pino";
import type { ActivityStore } from "../data/activity/store.ts";
import { tinyStore } from "../schema/fixture.ts";
import { type Config, readConfig } from "./process/config.ts";
import { type Service, startService } from "./process/service.ts";

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface TestService extends Service {
  /** Lines of the log so far. */
  readonly lines: Record<string, unknown>[];
  /** Sends a request as it stands, and gives the answer as it came: nothing decoded. */
  send(path: string, options?: SendOptions): Promise<Reply>;
  /** GET /graphql with these parameters; objects are written as JSON. */
  get(params: Record<string, unknown>, headers?: Record<string, string>, method?: string): Promise<Reply>;
  /** POST /graphql with this JSON. */
  post(body: unknown, headers?: Record<string, string>): Promise<Reply>;
}

export interface SendOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  readonly signal?: AbortSignal;
}

/** The address of a GET /graphql with these parameters. */
export function graphPath(params: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    search.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  return `/graphql?${search}`;
}

/** Sends a request to a server and gives its answer as it came. */
export async function send(
  url: string,
  { method = "GET", headers = {}, body, signal }: SendOptions = {},
): Promise<Reply> {
  const outgoing = request(url, {
    method,
    headers,
    agent: false,
    ...(signal === undefined ? {} : { signal }),
  });
  outgoing.end(body);
  const [incoming] = await once(outgoing, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return { status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(chunks) };
}

/** Writes bytes to a server that need not be HTTP, and gives all that it answers until it closes. */
export async function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  return text(socket);
}

export const json = (reply: Reply) => JSON.parse(reply.body.toString());

/** The code of an answer's only error. */
export function codeOf(reply: Reply): string {
  const { errors } = json(reply);
  if (errors?.length !== 1) throw new Error(`there should be one error: ${reply.body}`);
  return errors[0].extensions.code;
}

/** The real service on a free port of the loopback, over a tiny store; stopped with the test, if one is given. */
export async function startTestService(
  context: TestContext | null,
  options: {
    readonly store?: ActivityStore | null;
    readonly env?: Record<string, string>;
    readonly site?: string;
  } = {},
): Promise<TestService> {
  const { store = tinyStore(), env = {}, site = "/nonexistent" } = options;
  const config: Config = readConfig({ PORT: "0", HOST: "127.0.0.1", DRAIN_TIMEOUT: "2", ...env });
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const service = await startService(config, log, site);
  if (store !== null) service.dataset.swap(store);
  context?.after(() => service.stop());
  const to = (path: string, options?: SendOptions) => send(service.url + path, options);
  return {
    ...service,
    lines,
    send: to,
    get: (params, headers = {}, method = "GET") => to(graphPath(params), { method, headers }),
    post: (body, headers = {}) =>
      to("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
  };
}

/** A store whose sums wait to be let go; counts how often they were asked for and what became of it. */
export function slowStore(): {
  readonly store: ActivityStore;
  readonly calls: () => number;
  readonly aborted: () => number;
  readonly release: () => void;
} {
  const real = tinyStore();
  const gate = Promise.withResolvers<void>();
  let calls = 0;
  let aborted = 0;
  const store: ActivityStore = {
    ...real,
    populated: (place) => real.populated(place),
    pincodesOf: (district) => real.pincodesOf(district),
    districtsOf: (pincode) => real.districtsOf(pincode),
    series: (query, signal) => real.series(query, signal),
    stats: (query, signal) => real.stats(query, signal),
    list: (query, signal) => real.list(query, signal),
    calendar: (query, signal) => real.calendar(query, signal),
    async values(query, signal) {
      calls++;
      signal?.addEventListener("abort", () => aborted++);
      await gate.promise;
      return real.values(query, signal);
    },
  };
  return { store, calls: () => calls, aborted: () => aborted, release: gate.resolve };
}

import { EventEmitter, once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { FIXTURE_ABOUT } from "../../data/activity/fixture.ts";
import { loadGazetteer } from "../../data/places/gazetteer.ts";
import type { Pincode } from "../../data/places/place.ts";
import { writeSnapshot } from "../../data/snapshot/write.ts";
import { SPIKE_DAY, WATCHED_FROM, watchedRows } from "../../engines/nation/fixture.ts";

/** The pincode in which the spike is. */
export const SPIKY = "411001";
const DISTRICT = "IN-MH/pune";
const WATCHED = 12;
/** Days reported of, up to the day before the spike. */
const BEFORE = SPIKE_DAY - WATCHED_FROM - 7;

/** A DATA_DIR of its own. */
export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), "pulse-alerts-"));

/** A snapshot of a dozen pincodes of Pune up to the day before its spike, or so many days on; its version. */
export async function writeWatched(dataDir: string, further: number): Promise<string> {
  const gazetteer = loadGazetteer();
  const district = gazetteer.find(DISTRICT)!.index;
  const own = gazetteer.pincodes.filter((one: Pincode) => one.district === district);
  const pincodes = own.filter(({ code }, at) => at < WATCHED || code === SPIKY);
  const rows = watchedRows(gazetteer, pincodes, SPIKY, BEFORE + further);
  const { quality } = FIXTURE_ABOUT;
  const rowsKept = rows.date.length;
  return writeSnapshot(dataDir, rows, {
    source: "OFFICIAL",
    publishedAt: "2026-01-04T00:00:00.000Z",
    quality: { ...quality, rowsRead: rowsKept, rowsKept },
  });
}

/** One event as a client reads it. */
export interface Received {
  readonly id: string | null;
  readonly event: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape.
  readonly data: any;
}

/** A connection for server-sent events. */
export interface Listener {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  /** All that came up to now, as text. */
  readonly text: () => string;
  /** Waits for the event of this number, from 0; null where the stream ends before. */
  event(at: number): Promise<Received | null>;
  readonly ended: Promise<void>;
  leave(): void;
}

function parse(block: string): Received {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? null;
  const data = field("data");
  return {
    id: field("id"),
    event: field("event"),
    data: data === null || data === "" ? data : JSON.parse(data),
  };
}

/** Asks for server-sent events and reads what comes. */
export async function listen(
  url: string,
  query: string,
  { headers = {}, variables = {} }: { headers?: Record<string, string>; variables?: object } = {},
): Promise<Listener> {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const accept = "text/event-stream";
  const outgoing = request(`${url}/graphql?${search}`, { agent: false, headers: { accept, ...headers } });
  outgoing.end();
  const answered = Promise.withResolvers<Listener>();
  outgoing.once("error", answered.reject);
  outgoing.once("response", (incoming) => {
    let text = "";
    let isOver = false;
    let turn = Promise.withResolvers<void>();
    const wake = () => {
      turn.resolve();
      turn = Promise.withResolvers();
    };
    const ended = Promise.withResolvers<void>();
    incoming.setEncoding("utf8");
    incoming.on("data", (chunk: string) => {
      text += chunk;
      wake();
    });
    incoming.on("error", () => {});
    incoming.once("close", () => {
      isOver = true;
      ended.resolve();
      wake();
    });
    const events = () =>
      text
        .split("\n\n")
        .slice(0, -1)
        .filter((block) => block.includes("data:"));
    answered.resolve({
      status: incoming.statusCode!,
      headers: incoming.headers,
      text: () => text,
      async event(at) {
        while (events().length <= at && !isOver) await turn.promise;
        const block = events()[at];
        return block === undefined ? null : parse(block);
      },
      ended: ended.promise,
      leave: () => outgoing.destroy(),
    });
  });
  return answered.promise;
}

export const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;

/** A receiver of webhooks on a free port of the loopback, which takes all that comes. */
export interface Hook {
  readonly url: string;
  /** The next message that it is told. */
  next(): Promise<{ readonly id: string; readonly body: string }>;
  stop(): void;
}

export async function startHook(): Promise<Hook> {
  const told = new EventEmitter();
  const server = createServer(async (incoming, response) => {
    const body = await text(incoming);
    response.end();
    waiting.push({ id: String(incoming.headers["webhook-id"]), body });
    told.emit("message");
  }).listen(0, "127.0.0.1");
  const waiting: { id: string; body: string }[] = [];
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async next() {
      while (waiting.length === 0) await once(told, "message");
      return waiting.shift()!;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

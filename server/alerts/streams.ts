import type { ExecutionResult } from "graphql";
import type { Asked, Question } from "../edge/asked.ts";
import type { Maker } from "../edge/make.ts";
import { NO_STORE, VARY } from "../edge/policy.ts";
import { sendAnswer } from "../edge/reply.ts";
import { RefusedSubscription, type Subscribe, type Told } from "../graph/subscribe.ts";
import type { Exchange } from "../http/exchange.ts";
import { sendJson } from "../http/json.ts";
import { chooseMediaType } from "../representation/accept.ts";
import { acceptsEvents, EVENT_STREAM, HEARTBEAT, writeEvent } from "../representation/events.ts";
import type { AlertFeed, Follower } from "./feed.ts";

/** Milliseconds after which a client whose stream broke should come back. */
const RETRY = 3000;
/** Heartbeats that a client may leave untaken before it counts as gone. */
const UNTAKEN = 3;
const COMPLETE = writeEvent({ event: "complete", data: "" });

const next = (result: unknown, id?: string) =>
  writeEvent({ event: "next", data: JSON.stringify(result), ...(id === undefined ? {} : { id }) });

export interface StreamParts {
  readonly feed: AlertFeed;
  readonly maker: Maker;
  readonly subscribe: Subscribe;
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number;
  /** Told of each event sent. */
  readonly sent: () => void;
}

/**
 * Answers what is asked for as server-sent events, one connection an operation: `next` with each result, `complete`
 * after the last (graphql-sse, distinct connections mode). A subscription goes on until one of both leaves.
 */
export class AlertStreams {
  readonly #parts: StreamParts;

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  /**
   * The question, where it is to be answered as server-sent events: they are accepted, and it is a subscription or
   * nothing else is accepted. Null where not.
   * @throws Fault where there is no document that may be asked
   */
  read({ request }: Exchange, asked: Asked): Question | null {
    if (request.method === "HEAD" || !acceptsEvents(request.headers.accept)) return null;
    const { maker } = this.#parts;
    const question = maker.read(asked);
    const isMeant =
      chooseMediaType(request.headers.accept) === null || maker.kindOf(question) === "subscription";
    return isMeant ? question : null;
  }

  /**
   * Answers the question.
   * @throws Fault where the id to resume from is none of ours, or there is no room
   */
  async answer(exchange: Exchange, question: Question): Promise<void> {
    const { maker } = this.#parts;
    exchange.operation = question.operation;
    exchange.cache = "BYPASS";
    if (maker.kindOf(question) === "subscription") return this.#follow(exchange, question);
    const answer = await maker.execute(question, exchange.isRead ? "GET" : "POST", exchange.gone);
    if (answer.status !== 200) return sendAnswer(exchange, question, answer);
    return this.#send(
      exchange,
      question,
      once(next(JSON.parse(answer.body.toString()) as ExecutionResult) + COMPLETE),
    );
  }

  async #follow(exchange: Exchange, question: Question): Promise<void> {
    const { feed, subscribe, heartbeat, sent } = this.#parts;
    const { "last-event-id": lastEventId } = exchange.request.headers;
    const follower = feed.follow(lastEventId === undefined ? undefined : String(lastEventId));
    const { response } = exchange;
    const gone = new AbortController();
    response.once("close", () => {
      follower.leave();
      gone.abort();
    });
    try {
      const { served, params } = question;
      const told = await subscribe({ served, params, follow: () => follower.events, signal: gone.signal });
      exchange.route = "subscription";
      response.setTimeout(UNTAKEN * heartbeat, () => response.destroy());
      await this.#send(exchange, question, events(follower, told, heartbeat, sent));
    } catch (error) {
      if (!(error instanceof RefusedSubscription)) throw error;
      sendRefusal(exchange, error);
    } finally {
      follower.leave();
    }
  }

  #send(exchange: Exchange, { served }: Question, lines: AsyncIterable<Uint8Array>): Promise<void> {
    const headers = ["Content-Type", `${EVENT_STREAM}; charset=utf-8`];
    headers.push("Cache-Control", `${NO_STORE}, no-transform`, "Vary", VARY);
    // nginx would hold events back until a buffer is full.
    headers.push("X-Accel-Buffering", "no", "X-Content-Type-Options", "nosniff");
    headers.push("X-Data-Version", served.version, "X-Cache", "BYPASS");
    return exchange.stream(200, headers, lines);
  }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The events as they are sent, with heartbeats while there is none. */
async function* events(
  { standsAt }: Follower,
  told: AsyncIterable<Told>,
  heartbeat: number,
  sent: () => void,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(writeEvent({ retry: RETRY, ...(standsAt === null ? {} : { id: standsAt }) }) + HEARTBEAT);
  const iterator = told[Symbol.asyncIterator]();
  let coming = iterator.next();
  for (;;) {
    const { promise: pause, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(() => resolve(null), heartbeat);
    const come = await Promise.race([coming, pause]).finally(() => clearTimeout(timer));
    if (come?.done) return;
    if (come === null) yield Buffer.from(HEARTBEAT);
    else {
      sent();
      yield Buffer.from(next(come.value.result, come.value.id));
      coming = iterator.next();
    }
  }
}

function sendRefusal(exchange: Exchange, { errors }: RefusedSubscription): void {
  const shown = errors.map((error) => {
    const { http, ...extensions } = error.extensions;
    return { ...error.toJSON(), extensions };
  });
  const { http, code } = errors[0]!.extensions as { http?: { status?: number }; code?: string };
  sendJson(exchange, http?.status ?? (code === "INTERNAL_ERROR" ? 500 : 400), { errors: shown });
}

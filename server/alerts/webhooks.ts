import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../telemetry/log.ts";
import { type Message, signedHeaders } from "./sign.ts";

/** Milliseconds that a receiver may take to answer. */
const TIMEOUT = 10_000;
/** Milliseconds before each further attempt, give or take a fifth. */
const PAUSES: readonly number[] = [5_000, 30_000, 120_000, 600_000, 1_800_000];
/** Messages that wait for one receiver; further ones are dropped, and counted. */
const WAITING_MOST = 100;

/** What became of a delivery, or of an attempt at one that is tried again. */
export const DELIVERY_OUTCOMES = ["delivered", "retried", "given_up", "dropped"] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

export interface WebhookParts {
  readonly urls: readonly string[];
  /** Signs each message; null where there is no receiver. */
  readonly secret: Buffer | null;
  readonly log: Log;
  readonly count: (outcome: DeliveryOutcome) => void;
  readonly pauses?: readonly number[];
}

interface Receiver {
  readonly url: string;
  readonly waiting: Message[];
  busy: boolean;
}

/**
 * Tells receivers of alerts by POST, signed, each in its own time: nobody waits for them. To one receiver messages go in
 * their order, one at a time; what it does not take with a 2xx is sent again, later and later, then given up.
 */
export class Webhooks {
  readonly #parts: WebhookParts;
  readonly #receivers: readonly Receiver[];
  readonly #closed = new AbortController();

  constructor(parts: WebhookParts) {
    this.#parts = parts;
    this.#receivers = parts.urls.map((url) => ({ url, waiting: [], busy: false }));
  }

  /** Whether anybody is told. */
  get isEmpty(): boolean {
    return this.#receivers.length === 0;
  }

  /** Has the messages delivered to every receiver. */
  send(messages: readonly Message[]): void {
    const { count, log } = this.#parts;
    for (const receiver of this.#receivers) {
      const room = Math.max(0, WAITING_MOST - receiver.waiting.length);
      receiver.waiting.push(...messages.slice(0, room));
      for (const { id } of messages.slice(room)) {
        count("dropped");
        log.error({ url: receiver.url, id }, "a webhook is dropped: too many wait for this receiver");
      }
      if (!receiver.busy) void this.#empty(receiver);
    }
  }

  /** Gives up what is under way, and tells the log what was not delivered. */
  close(): void {
    this.#closed.abort();
    for (const { url, waiting } of this.#receivers)
      if (waiting.length > 0)
        this.#parts.log.warn({ url, ids: waiting.map(({ id }) => id) }, "webhooks are left undelivered");
  }

  async #empty(receiver: Receiver): Promise<void> {
    receiver.busy = true;
    while (receiver.waiting.length > 0 && !this.#closed.signal.aborted) {
      await this.#deliver(receiver.url, receiver.waiting[0]!);
      if (!this.#closed.signal.aborted) receiver.waiting.shift();
    }
    receiver.busy = false;
  }

  async #deliver(url: string, message: Message): Promise<void> {
    const { count, log, pauses = PAUSES } = this.#parts;
    for (let attempt = 0; ; attempt++) {
      const why = await this.#post(url, message);
      if (this.#closed.signal.aborted) return;
      if (why === null) return count("delivered");
      const pause = pauses[attempt];
      if (pause === undefined) {
        count("given_up");
        log.error({ url, id: message.id, why }, "a webhook is given up");
        return;
      }
      count("retried");
      log.warn({ url, id: message.id, why, attempt }, "a webhook was not taken and is sent again");
      const jittered = pause * (0.8 + 0.4 * Math.random());
      await wait(jittered, null, { signal: this.#closed.signal, ref: false }).catch(() => {});
      if (this.#closed.signal.aborted) return;
    }
  }

  /** Null where it was taken, else why not. */
  async #post(url: string, message: Message): Promise<string | null> {
    const headers = {
      "content-type": "application/json",
      ...signedHeaders(message, Math.floor(Date.now() / 1000), this.#parts.secret!),
    };
    const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT), this.#closed.signal]);
    try {
      // A redirect could lead to a host that is not on the list.
      const redirect = "manual";
      const answer = await fetch(url, { method: "POST", headers, body: message.body, redirect, signal });
      await answer.body?.cancel();
      return answer.ok ? null : `status ${answer.status}`;
    } catch (error) {
      const { cause, message: said } = error as Error;
      return cause instanceof Error ? cause.message : said;
    }
  }
}

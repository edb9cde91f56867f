import type { Answer } from "../graph/run.ts";
import type { Exchange } from "../http/exchange.ts";
import { type Asked, type Question, standingOf } from "./asked.ts";
import type { Entry } from "./entry.ts";
import { isEntry, type Maker, type Slot } from "./make.ts";
import { STALE_IF_ERROR, STALE_WHILE_REVALIDATE, type Standing } from "./policy.ts";
import { chooseForm, sendAnswer, sendGiven } from "./reply.ts";
import type { SingleFlight } from "./single-flight.ts";
import type { EntryStore, Wording } from "./store.ts";

/** Milliseconds after a failure for which a stale answer is not made anew again. */
const BACK_OFF = 1000;

/** What the cache works with. */
export interface EdgeParts {
  readonly store: EntryStore;
  readonly flights: SingleFlight<Entry | Answer>;
  readonly maker: Maker;
}

function wordingOf({ request, url }: Exchange): Wording {
  const { accept = "", "accept-encoding": encoding = "" } = request.headers;
  return { url, accept, acceptEncoding: String(encoding) };
}

/** Whether the entry is stale, for no longer than this many seconds. */
function isStaleWithin(entry: Entry | undefined, seconds: number): entry is Entry {
  return entry != null && entry.staleSince !== null && performance.now() - entry.staleSince < seconds * 1000;
}

/**
 * The byte cache in front of Yoga. Queries by GET and HEAD are answered from it: keyed by what decides their
 * bytes, executed once however many ask, kept if they are good and public. Everything else passes through.
 */
export class Edge {
  readonly #parts: EdgeParts;

  constructor(parts: EdgeParts) {
    this.#parts = parts;
  }

  /** Answers a request that has come before in exactly these words, if that answer is still held and current. */
  recall(exchange: Exchange, version: string): boolean {
    if (!exchange.isRead || exchange.request.headers["if-match"] !== undefined) return false;
    const given = this.#parts.store.recall(wordingOf(exchange), version);
    if (given === undefined) return false;
    exchange.cache = "HIT";
    sendGiven(exchange, given);
    return true;
  }

  /** Answers GET and HEAD. */
  async read(exchange: Exchange, asked: Asked): Promise<void> {
    const { store, maker } = this.#parts;
    const standing = standingOf(asked);
    const question = maker.read(asked);
    exchange.operation = question.operation;
    const slot = maker.slotOf(question);
    if (slot === null)
      return sendAnswer(exchange, asked, await maker.execute(question, "GET", exchange.gone));
    const made = await this.#obtain(exchange, question, slot);
    if (!isEntry(made)) return sendAnswer(exchange, asked, made);
    const form = await chooseForm(exchange, made);
    const isStale = made.staleSince !== null;
    const given = { form, standing: isStale && standing !== "SUPERSEDED" ? ("STALE" as Standing) : standing };
    if (
      made.forms.has(form.variant.encoding) &&
      (given.standing === "CURRENT" || given.standing === "PINNED")
    )
      store.remember(wordingOf(exchange), slot.key, given);
    sendGiven(exchange, given);
  }

  /** Answers what nobody may keep: executed for this caller alone. */
  async pass(exchange: Exchange, asked: Asked): Promise<void> {
    const { maker } = this.#parts;
    standingOf(asked);
    const question = maker.read(asked);
    exchange.operation = question.operation;
    const method = exchange.isRead ? "GET" : "POST";
    return sendAnswer(exchange, asked, await maker.execute(question, method, exchange.gone));
  }

  /** The answer that is held; else one made now, for all who ask; a stale one while, or where, that fails. */
  async #obtain(exchange: Exchange, question: Question, slot: Slot): Promise<Entry | Answer> {
    const held = this.#parts.store.get(slot.key);
    if (held?.staleSince === null) {
      exchange.cache = "HIT";
      return held;
    }
    if (isStaleWithin(held, STALE_WHILE_REVALIDATE)) {
      exchange.cache = "STALE";
      this.#refresh(held, question, slot);
      return held;
    }
    exchange.cache = "MISS";
    const standIn = () => {
      if (exchange.gone.aborted || !isStaleWithin(held, STALE_IF_ERROR)) return null;
      exchange.cache = "STALE";
      return held;
    };
    try {
      const made = await this.#fill(question, slot, exchange.gone);
      if (isEntry(made)) return made;
      // What was whole once and is not now has failed, whatever its status. Mistakes are told by their place in the
      // text: who sent it laid out otherwise is told apart.
      const isOwn = made.query === question.params.query;
      return standIn() ?? (isOwn ? made : await this.#parts.maker.execute(question, "GET", exchange.gone));
    } catch (error) {
      const instead = standIn();
      if (instead !== null) return instead;
      throw error;
    }
  }

  #fill(question: Question, slot: Slot, asker: AbortSignal): Promise<Entry | Answer> {
    const { flights, maker } = this.#parts;
    return flights.run(slot.key, asker, (signal) => maker.fill(question, slot, signal));
  }

  /** Makes a stale answer anew behind those who are given it meanwhile. */
  #refresh(held: Entry, question: Question, slot: Slot): void {
    if (performance.now() < held.retryAt) return;
    held.retryAt = Number.POSITIVE_INFINITY;
    const ended = (pause: number) => {
      held.retryAt = performance.now() + pause;
    };
    const nobodyLeaves = new AbortController().signal;
    // A purge meanwhile keeps the answer from being kept: then the next to ask has it made again.
    this.#fill(question, slot, nobodyLeaves).then(
      (made) => ended(isEntry(made) ? 0 : BACK_OFF),
      () => ended(BACK_OFF),
    );
  }
}

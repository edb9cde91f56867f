import type { Documents, NormalDocument } from "../documents/document.ts";
import type { PersistedDocuments } from "../documents/persisted.ts";
import { withDeadline } from "../graph/deadline.ts";
import type { GraphParams } from "../graph/params.ts";
import type { Answer } from "../graph/run.ts";
import type { Execute } from "../graph/yoga.ts";
import type { Exchange } from "../http/exchange.ts";
import { Refusal } from "../http/refusal.ts";
import type { Served } from "../served.ts";
import type { Asked } from "./asked.ts";
import { type Entry, makeEntry } from "./entry.ts";
import { keyOf, operationNamed } from "./key.ts";
import { chooseForm, sendAnswer, sendForm } from "./reply.ts";
import type { SingleFlight } from "./single-flight.ts";
import type { EntryStore, Wording } from "./store.ts";

/** What the cache works with. */
export interface EdgeParts {
  readonly store: EntryStore;
  readonly flights: SingleFlight<Entry | Answer>;
  readonly documents: Documents;
  readonly persisted: PersistedDocuments;
  readonly execute: Execute;
  /** Milliseconds that one execution may take. */
  readonly timeout: number;
}

function wordingOf({ request, url }: Exchange): Wording {
  const { accept = "", "accept-encoding": encoding = "" } = request.headers;
  return { url, accept, acceptEncoding: String(encoding) };
}

interface Resolved extends Pick<Asked, "served" | "admin"> {
  readonly params: GraphParams & { readonly query: string };
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

  /** Answers a request that has come before in exactly these words, if that answer is still held. */
  recall(exchange: Exchange, version: string): boolean {
    const form = exchange.isRead ? this.#parts.store.recall(wordingOf(exchange), version) : undefined;
    if (form === undefined) return false;
    exchange.cache = "HIT";
    sendForm(exchange, form);
    return true;
  }

  /** Answers GET and HEAD. */
  async read(exchange: Exchange, asked: Asked): Promise<void> {
    const { store, flights } = this.#parts;
    const run = this.#resolve(asked);
    const cacheable = this.#find(asked, run.params.query);
    if (cacheable === null)
      return sendAnswer(exchange, asked, await this.#execute(asked, run, "GET", exchange.gone));
    const { key, document } = cacheable;
    const held = store.get(key);
    exchange.cache = held === undefined ? "MISS" : "HIT";
    const made =
      held ??
      (await flights.run(key, exchange.gone, (signal) => this.#make(key, document, asked, run, signal)));
    if (!("forms" in made)) return sendAnswer(exchange, asked, made);
    const form = await chooseForm(exchange, made);
    const { encoding } = form.variant;
    if (made.forms.has(encoding)) store.remember(wordingOf(exchange), key, encoding);
    sendForm(exchange, form);
  }

  /** Answers what nobody may keep: executed for this caller alone. */
  async pass(exchange: Exchange, asked: Asked): Promise<void> {
    const run = this.#resolve(asked);
    const method = exchange.isRead ? "GET" : "POST";
    return sendAnswer(exchange, asked, await this.#execute(asked, run, method, exchange.gone));
  }

  /**
   * Asks the questions that were asked most often of a dataset that will be served next, one after the other, and
   * keeps its answers.
   * @param until milliseconds of the monotonic clock at which it stops
   * @returns how many were answered
   */
  async warm(next: Served, count: number, until: number): Promise<number> {
    const { store } = this.#parts;
    let warmed = 0;
    store.admit(next.version);
    for (const { mediaType, params } of store.hottest(count)) {
      if (performance.now() >= until) break;
      const asked = { served: next, mediaType, params, admin: null };
      const cacheable = this.#find(asked, params.query);
      if (cacheable === null || store.get(cacheable.key) !== undefined) continue;
      const signal = AbortSignal.timeout(Math.max(Math.ceil(until - performance.now()), 1));
      const made = await this.#make(
        cacheable.key,
        cacheable.document,
        asked,
        { ...asked, params },
        signal,
      ).catch(() => null);
      if (made !== null && "forms" in made) warmed++;
    }
    return warmed;
  }

  /** Lets go of the answers of other versions: none of them will be given again. */
  forget(version: string): void {
    this.#parts.store.keepOnly(version);
  }

  /** The request with its document, which comes before all that goes by the document. */
  #resolve({ served, params, admin }: Asked): Resolved {
    const { persisted, documents } = this.#parts;
    const query = persisted.resolve(params, (text) => documents.read(text) !== null);
    if (query === undefined) {
      throw new Refusal(400, "BAD_USER_INPUT", 'There is no "query": send a GraphQL document in it.');
    }
    return { served, params: { ...params, query }, admin };
  }

  /** Where the answer would be kept, or null where it must not be. */
  #find(
    { served, mediaType, params }: Asked,
    query: string,
  ): { key: string; document: NormalDocument } | null {
    const document = this.#parts.documents.read(query);
    if (document === null || document.hint.scope === "PRIVATE") return null;
    const operation = operationNamed(document, params.operationName);
    if (operation?.kind !== "query") return null;
    const { variables = {} } = params;
    return { key: keyOf({ version: served.version, mediaType, document, operation, variables }), document };
  }

  async #make(
    key: string,
    { hint }: NormalDocument,
    asked: Asked,
    run: Resolved,
    signal: AbortSignal,
  ): Promise<Entry | Answer> {
    const answer = await this.#execute(asked, run, "GET", signal);
    if (!answer.complete) return answer;
    const { mediaType, served } = asked;
    const about = { mediaType, version: served.version, hint, params: run.params };
    const entry = await makeEntry(answer.body, about);
    this.#parts.store.set(key, entry);
    return entry;
  }

  #execute({ mediaType }: Asked, run: Resolved, method: "GET" | "POST", outer: AbortSignal): Promise<Answer> {
    const { execute, timeout } = this.#parts;
    return withDeadline(timeout, outer, (signal) => execute({ ...run, signal }, { method, mediaType }));
  }
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { requestIdOf } from "./request-id.ts";

/** Classes of addresses, few and fixed: what metrics are labelled with. */
export type Route =
  | "graphql"
  | "subscription"
  | "graphiql"
  | "export"
  | "report"
  | "quality"
  | "page"
  | "asset"
  | "health"
  | "ready"
  | "metrics"
  | "other";

/** Where an answer of the graph came from. */
export type CacheState = "HIT" | "MISS" | "STALE" | "BYPASS";

/** nginx's status for a client that did not wait for its answer, which logs and dashboards know. */
const CLIENT_GONE = 499;

/** One request and its answer. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The address as asked for, from the first slash on, with its query string. */
  readonly url: string;
  readonly id: string;
  /** Milliseconds of the monotonic clock at which the request was met. */
  readonly began: number = performance.now();
  route: Route = "other";
  cache: CacheState | null = null;
  /** What metrics call the operation of the graph that was asked; null while it is not known. */
  operation: string | null = null;
  status = 0;
  /** Bytes of body sent. */
  bytes = 0;
  readonly #finish: (exchange: Exchange) => void;
  #gone: AbortController | null = null;

  /** @param finish called once, when the answer has been handed over or the client has gone without one */
  constructor(request: IncomingMessage, response: ServerResponse, finish: (exchange: Exchange) => void) {
    this.request = request;
    this.response = response;
    this.url = request.url ?? "/";
    this.id = requestIdOf(request.headers["x-request-id"]);
    this.#finish = finish;
  }

  get path(): string {
    const end = this.url.indexOf("?");
    return end < 0 ? this.url : this.url.slice(0, end);
  }

  get elapsed(): number {
    return performance.now() - this.began;
  }

  /** Whether the request is GET or HEAD. */
  get isRead(): boolean {
    return this.request.method === "GET" || this.request.method === "HEAD";
  }

  /** Aborted when the client goes away before it has its answer. */
  get gone(): AbortSignal {
    if (this.#gone === null) {
      const gone = new AbortController();
      this.#gone = gone;
      this.response.once("close", () => {
        if (this.status === 0) gone.abort(new DOMException("The client has gone.", "AbortError"));
      });
    }
    return this.#gone.signal;
  }

  /**
   * Sends the answer, without its body where the request is HEAD.
   * @param headers names and values in turn; Content-Length must be among them where there is a body
   * @param body bytes, or latin1 text that stands for them
   */
  send(status: number, headers: string[], body?: Buffer | string): void {
    this.status = status;
    headers.push("X-Request-Id", this.id);
    this.response.writeHead(status, headers);
    if (body === undefined || this.request.method === "HEAD") this.response.end();
    else {
      this.bytes = body.length;
      this.response.end(body, "latin1");
    }
    this.#finish(this);
  }

  /**
   * Sends a body piece by piece as the client takes it; ends when all of it is sent. A source that fails midway
   * closes the connection, so that nobody takes a part for the whole.
   * @param headers names and values in turn
   * @throws what the source threw; a client that goes away is no error
   */
  async stream(status: number, headers: string[], source: AsyncIterable<Uint8Array>): Promise<void> {
    const counted = async function* (exchange: Exchange) {
      for await (const bytes of source) {
        exchange.bytes += bytes.length;
        yield bytes;
      }
    };
    this.status = status;
    this.response.writeHead(status, [...headers, "X-Request-Id", this.id]);
    try {
      await pipeline(counted(this), this.response);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
      this.status = CLIENT_GONE;
    } finally {
      this.#finish(this);
    }
  }

  /** Gives up: nobody waits for the answer, or none can be written. */
  abandon(): void {
    this.status = CLIENT_GONE;
    this.response.destroy();
    this.#finish(this);
  }
}

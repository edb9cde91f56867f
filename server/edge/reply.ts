import type { Answer } from "../graph/run.ts";
import type { Exchange } from "../http/exchange.ts";
import { Refusal } from "../http/refusal.ts";
import { compress, WORTH_COMPRESSING } from "./compress.ts";
import { matchesEntityTag } from "./conditional.ts";
import type { Asked } from "./edge.ts";
import { acceptedEncodings, type Encoding } from "./encoding.ts";
import { ageOf, type Entry, entityHeaders, validatorHeaders } from "./entry.ts";
import { NO_STORE, VARY } from "./policy.ts";
import type { Form } from "./store.ts";
import { chooseVariant } from "./variants.ts";

/** All of a request that its answer can depend on, as it came. A header cannot hold a line feed. */
export function recallText({ request, url }: Exchange): string {
  const { accept = "", "accept-encoding": encoding = "" } = request.headers;
  return `${accept}\n${encoding}\n${url}`;
}

const notAcceptable = () =>
  new Refusal(406, "BAD_USER_INPUT", "Accept-Encoding refuses all there is: accept br, gzip or identity.");

const encodingsOf = ({ request }: Exchange) => {
  const header = request.headers["accept-encoding"];
  return acceptedEncodings(Array.isArray(header) ? header.join() : header);
};

/** What every answer of the graph tells of itself: where it came from and how long it took. */
export function traceHeaders(exchange: Exchange, age = 0): string[] {
  const { cache, elapsed } = exchange;
  const timing = `cache;desc=${cache ?? "BYPASS"}, total;dur=${elapsed.toFixed(2)}`;
  return ["X-Cache", cache ?? "BYPASS", "Age", String(age), "Server-Timing", timing];
}

/**
 * The entry in the encoding that suits the client best.
 * @throws Refusal 406
 */
export async function chooseForm(exchange: Exchange, key: string, entry: Entry): Promise<Form> {
  const variant = await chooseVariant(entry.variants, encodingsOf(exchange));
  if (variant === null) throw notAcceptable();
  return { key, entry, variant, headers: entityHeaders(entry, variant) };
}

/** Sends a stored answer, or 304 where the client holds it. */
export function sendForm(exchange: Exchange, { entry, variant, headers }: Form): void {
  const trace = traceHeaders(exchange, ageOf(entry));
  const condition = exchange.request.headers["if-none-match"];
  if (condition !== undefined && matchesEntityTag(condition, variant.etag)) {
    exchange.send(304, validatorHeaders(entry, variant).concat(trace));
  } else exchange.send(200, headers.concat(trace), variant.wire);
}

/** Sends an answer that nobody may keep. */
export async function sendAnswer(exchange: Exchange, { served }: Asked, answer: Answer): Promise<void> {
  const { status, mediaType, body, allow } = answer;
  exchange.cache ??= "BYPASS";
  const accepted = encodingsOf(exchange);
  const plain = body.length < WORTH_COMPRESSING && accepted.includes("identity");
  const encoding: Encoding | undefined = plain ? "identity" : accepted[0];
  if (encoding === undefined) throw notAcceptable();
  const bytes = await compress(body, encoding);
  const headers = ["Content-Type", `${mediaType}; charset=utf-8`, "Content-Length", String(bytes.length)];
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  if (allow !== null) headers.push("Allow", allow);
  headers.push("Cache-Control", NO_STORE, "Vary", VARY, "X-Content-Type-Options", "nosniff");
  exchange.send(status, headers.concat("X-Data-Version", served.version, traceHeaders(exchange)), bytes);
}

import { CHALLENGE } from "../auth/keys.ts";
import type { Answer } from "../graph/run.ts";
import type { Exchange } from "../http/exchange.ts";
import { preconditionFailed, Refusal } from "../http/refusal.ts";
import { compress, WORTH_COMPRESSING } from "../representation/compress.ts";
import { judge } from "../representation/conditional.ts";
import { acceptedEncodings, type Encoding } from "../representation/encoding.ts";
import { makeVariant } from "../representation/variants.ts";
import type { Asked } from "./asked.ts";
import { ageOf, type Entry, Form } from "./entry.ts";
import { NO_STORE, PRIVATE, VARY } from "./policy.ts";
import type { Given } from "./store.ts";

const notAcceptable = () =>
  new Refusal(406, "BAD_USER_INPUT", "Accept-Encoding refuses all there is: accept br, gzip or identity.");

const encodingsOf = ({ request }: Exchange) => acceptedEncodings(request.headers["accept-encoding"]);

/** What every answer of the graph tells of itself: where it came from and how long it took. */
export function traceHeaders(exchange: Exchange, age = 0): string[] {
  const { cache, elapsed } = exchange;
  const timing = `cache;desc=${cache ?? "BYPASS"}, total;dur=${elapsed.toFixed(2)}`;
  return ["X-Cache", cache ?? "BYPASS", "Age", String(age), "Server-Timing", timing];
}

/**
 * The entry in the encoding that suits the client best: one it is held in, else, where the client refuses
 * it as it is, one made for the occasion.
 * @throws Refusal 406
 */
export async function chooseForm(exchange: Exchange, entry: Entry): Promise<Form> {
  const accepted = encodingsOf(exchange);
  for (const encoding of accepted) {
    const held = entry.forms.get(encoding);
    if (held !== undefined) return held;
  }
  if (accepted[0] === undefined) throw notAcceptable();
  return new Form(entry, await makeVariant(entry.forms.get("identity")!.variant.bytes, accepted[0]));
}

/**
 * Sends a stored answer, or 304 where the client holds it.
 * @throws Refusal 412 where the client would have another
 */
export function sendGiven(exchange: Exchange, { form, standing }: Given): void {
  const { entry, variant } = form;
  exchange.operation = entry.operation;
  const { full, validators } = form.headers(standing);
  const status = judge(exchange.request.headers, variant.etag);
  if (status === 412) throw preconditionFailed();
  const trace = traceHeaders(exchange, ageOf(entry));
  if (status === 304) exchange.send(304, validators.concat(trace));
  else exchange.send(200, full.concat(trace), variant.wire);
}

/** Sends an answer that nobody may keep. */
export async function sendAnswer(
  exchange: Exchange,
  { served, admin }: Asked,
  answer: Answer,
): Promise<void> {
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
  if (status === 401) headers.push(...CHALLENGE);
  headers.push(
    "Cache-Control",
    admin === null ? NO_STORE : PRIVATE,
    "Vary",
    VARY,
    "X-Content-Type-Options",
    "nosniff",
  );
  exchange.send(status, headers.concat("X-Data-Version", served.version, traceHeaders(exchange)), bytes);
}

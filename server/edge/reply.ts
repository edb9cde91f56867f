import { CHALLENGE } from "../auth/keys.ts";
import type { Answer } from "../graph/run.ts";
import type { Exchange } from "../http/exchange.ts";
import { Refusal } from "../http/refusal.ts";
import { compress, WORTH_COMPRESSING } from "../representation/compress.ts";
import { matchesEntityTag } from "../representation/conditional.ts";
import { acceptedEncodings, type Encoding } from "../representation/encoding.ts";
import { makeVariant } from "../representation/variants.ts";
import type { Asked } from "./asked.ts";
import { ageOf, type Entry, type Form, formOf, validatorHeaders } from "./entry.ts";
import { NO_STORE, PRIVATE, VARY } from "./policy.ts";

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
  return formOf(entry, await makeVariant(entry.forms.get("identity")!.variant.bytes, accepted[0]));
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

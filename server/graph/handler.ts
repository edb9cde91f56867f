import type { Admin } from "../../schema/context.ts";
import type { ErrorLog } from "../../schema/errors.ts";
import { type AdminKeys, keyOf } from "../auth/keys.ts";
import type { Edge } from "../edge/edge.ts";
import { VARY } from "../edge/policy.ts";
import { traceHeaders } from "../edge/reply.ts";
import { readJson } from "../http/body.ts";
import type { Exchange } from "../http/exchange.ts";
import { sendFault } from "../http/json.ts";
import { faultOf } from "../http/listener.ts";
import { servedNow } from "../http/loading.ts";
import { methodRefusal, Refusal } from "../http/refusal.ts";
import { chooseMediaType, MEDIA_TYPES, type MediaType } from "../representation/accept.ts";
import type { ServedDataset } from "../served.ts";
import { paramsOfBody, paramsOfUrl } from "./params.ts";

/** Bytes of a POST's body. */
const MAX_BODY = 1 << 20;

function mediaTypeOf(exchange: Exchange): MediaType {
  const type = chooseMediaType(exchange.request.headers.accept);
  if (type !== null) return type;
  throw new Refusal(406, "BAD_USER_INPUT", `Answers are ${MEDIA_TYPES.join(" or ")}: accept one of them.`);
}

/** Who administers, as logs tell it. */
export interface Bearer {
  /** The first digits of the key's hash. */
  readonly key: string;
  readonly requestId: string;
}

/** Who may administer, and what they may do. */
export interface Administration {
  readonly keys: AdminKeys;
  /** What the bearer of a key may do. */
  readonly adminOf: (bearer: Bearer) => Admin;
}

async function answer(
  exchange: Exchange,
  dataset: ServedDataset,
  edge: Edge,
  { keys, adminOf }: Administration,
): Promise<void> {
  const key = keyOf(exchange.request.headers);
  const bearer = key === null ? null : { key: keys.check(key), requestId: exchange.id };
  const served = servedNow(dataset);
  const mediaType = mediaTypeOf(exchange);
  const caller = { served, mediaType, admin: bearer === null ? null : adminOf(bearer) };
  if (exchange.isRead) {
    const asked = { ...caller, params: paramsOfUrl(exchange.url) };
    // What a key opens is for its bearer alone: no answer to it is kept or taken from what is kept.
    return key === null ? edge.read(exchange, asked) : edge.pass(exchange, asked);
  }
  const { method } = exchange.request;
  if (method !== "POST") throw methodRefusal(method, "GET, HEAD, POST");
  const params = paramsOfBody(await readJson(exchange.request, MAX_BODY));
  return edge.pass(exchange, { ...caller, params });
}

/** Answers /graphql: what has been asked before from the edge cache, the rest through Yoga. */
export function graphHandler(
  dataset: ServedDataset,
  edge: Edge,
  administration: Administration,
  log: ErrorLog,
): (exchange: Exchange) => void | Promise<void> {
  return (exchange) => {
    const served = dataset.current;
    const { authorization, "x-api-key": bare } = exchange.request.headers;
    const isAnonymous = authorization === undefined && bare === undefined;
    if (isAnonymous && served !== null && edge.recall(exchange, served.version)) return;
    const { gone } = exchange;
    return answer(exchange, dataset, edge, administration).catch((error) => {
      if (gone.aborted) return exchange.abandon();
      exchange.cache = "BYPASS";
      const version = served === null ? [] : ["X-Data-Version", served.version];
      const type = chooseMediaType(exchange.request.headers.accept) ?? MEDIA_TYPES[0];
      sendFault(exchange, faultOf(error, log), ["Vary", VARY, ...version, ...traceHeaders(exchange)], type);
    });
  };
}

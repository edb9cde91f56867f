import type { Admin } from "../../schema/context.ts";
import type { ErrorLog } from "../../schema/errors.ts";
import type { AlertStreams } from "../alerts/streams.ts";
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
import { acceptsEvents } from "../representation/events.ts";
import type { ServedDataset } from "../served.ts";
import { type GraphParams, paramsOfBody, paramsOfUrl } from "./params.ts";

/** Bytes of a POST's body. */
const MAX_BODY = 1 << 20;

function mediaTypeOf({ request }: Exchange): MediaType {
  const type = chooseMediaType(request.headers.accept);
  if (type !== null) return type;
  // Of the two it is the one whose status tells a mistake of the document.
  if (acceptsEvents(request.headers.accept)) return MEDIA_TYPES[1];
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

/** Who answers: the edge cache, or streams of events. */
export interface Answerers {
  readonly edge: Edge;
  readonly streams: AlertStreams;
  readonly administration: Administration;
}

async function paramsOf({ isRead, url, request }: Exchange): Promise<GraphParams> {
  if (isRead) return paramsOfUrl(url);
  if (request.method !== "POST") throw methodRefusal(request.method, "GET, HEAD, POST");
  return paramsOfBody(await readJson(request, MAX_BODY));
}

async function answer(
  exchange: Exchange,
  dataset: ServedDataset,
  { edge, streams, administration }: Answerers,
): Promise<void> {
  const { keys, adminOf } = administration;
  const key = keyOf(exchange.request.headers);
  const bearer = key === null ? null : { key: keys.check(key), requestId: exchange.id };
  const served = servedNow(dataset);
  const mediaType = mediaTypeOf(exchange);
  const params = await paramsOf(exchange);
  const asked = { served, mediaType, admin: bearer === null ? null : adminOf(bearer), params };
  const streamed = streams.read(exchange, asked);
  if (streamed !== null) return streams.answer(exchange, streamed);
  // What a key opens is for its bearer alone: no answer to it is kept or taken from what is kept.
  return exchange.isRead && key === null ? edge.read(exchange, asked) : edge.pass(exchange, asked);
}

/** Answers /graphql: what has been asked before from the edge cache, the rest through Yoga. */
export function graphHandler(
  dataset: ServedDataset,
  answerers: Answerers,
  log: ErrorLog,
): (exchange: Exchange) => void | Promise<void> {
  return (exchange) => {
    const served = dataset.current;
    const { authorization, "x-api-key": bare } = exchange.request.headers;
    const isAnonymous = authorization === undefined && bare === undefined;
    if (isAnonymous && served !== null && answerers.edge.recall(exchange, served.version)) return;
    const { gone } = exchange;
    return answer(exchange, dataset, answerers).catch((error) => {
      if (gone.aborted) return exchange.abandon();
      exchange.cache = "BYPASS";
      const version = served === null ? [] : ["X-Data-Version", served.version];
      const type = chooseMediaType(exchange.request.headers.accept) ?? MEDIA_TYPES[0];
      sendFault(exchange, faultOf(error, log), ["Vary", VARY, ...version, ...traceHeaders(exchange)], type);
    });
  };
}

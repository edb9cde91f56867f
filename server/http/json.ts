import type { Fault } from "../../data/fault.ts";
import type { MediaType } from "../representation/accept.ts";
import type { Exchange } from "./exchange.ts";
import { Refusal, STATUS_OF } from "./refusal.ts";

/** Sends a JSON value that no cache may keep. */
export function sendJson(
  exchange: Exchange,
  status: number,
  value: unknown,
  headers: readonly string[] = [],
): void {
  sendText(exchange, status, "application/json; charset=utf-8", JSON.stringify(value), headers);
}

/** Sends a text that no cache may keep. */
export function sendText(
  exchange: Exchange,
  status: number,
  type: string,
  text: string,
  headers: readonly string[] = [],
): void {
  const body = Buffer.from(text);
  const own = ["Content-Type", type, "Content-Length", String(body.length)];
  const fixed = ["Cache-Control", "no-store", "X-Content-Type-Options", "nosniff"];
  exchange.send(status, [...own, ...fixed, ...headers], body);
}

/** Sends a Fault in the form of a GraphQL error, with the status of its code or its own. */
export function sendFault(
  exchange: Exchange,
  fault: Fault,
  headers: readonly string[] = [],
  type: MediaType = "application/json",
): void {
  const error = { message: fault.message, extensions: { ...fault.details, code: fault.code } };
  const [status, own] =
    fault instanceof Refusal ? [fault.status, fault.headers] : [STATUS_OF[fault.code], []];
  const body = JSON.stringify({ errors: [error] });
  sendText(exchange, status, `${type}; charset=utf-8`, body, [...own, ...headers]);
}

import type { RequestListener } from "node:http";
import { Fault } from "../../data/fault.ts";
import { type ErrorLog, showError } from "../../schema/errors.ts";
import { Exchange } from "./exchange.ts";
import { sendFault } from "./json.ts";
import { Refusal } from "./refusal.ts";
import type { Handler } from "./router.ts";

/** Characters of an address with its query string; browsers and proxies give up at about as many. */
export const MAX_URL = 8192;

function checkUrl(url: string): void {
  if (url.length >= MAX_URL) {
    const hint = "send the operation by POST, or persist it and name it by its hash";
    throw new Refusal(
      414,
      "BAD_USER_INPUT",
      `The address may have at most ${MAX_URL - 1} characters: ${hint}.`,
    );
  }
  if (!url.startsWith("/")) throw new Refusal(400, "BAD_USER_INPUT", "The address must begin with a slash.");
}

/** The error as its caller may see it: a Fault as it is, any other logged and shown as an errorId. */
export function faultOf(error: unknown, log: ErrorLog): Fault {
  if (error instanceof Fault) return error;
  const { message, extensions } = showError(error, log);
  const { code, ...details } = extensions;
  return new Fault(code, message, details);
}

function fail(exchange: Exchange, error: unknown, log: ErrorLog): void {
  const fault = faultOf(error, log);
  const { headersSent, destroyed } = exchange.response;
  if (!headersSent && !destroyed) sendFault(exchange, fault);
  else if (exchange.status === 0) exchange.abandon();
  else exchange.response.destroy();
}

/** Turns a handler of exchanges into a listener of node:http; what a handler throws is answered and logged. */
export function makeListener(
  handle: Handler,
  finish: (exchange: Exchange) => void,
  log: ErrorLog,
): RequestListener {
  return (request, response) => {
    const exchange = new Exchange(request, response, finish);
    try {
      checkUrl(exchange.url);
      handle(exchange)?.catch((error) => fail(exchange, error, log));
    } catch (error) {
      fail(exchange, error, log);
    }
  };
}

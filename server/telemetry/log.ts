import pino, { type Logger } from "pino";
import type { Exchange } from "../http/exchange.ts";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type Log = Logger;

/** A log of JSON lines on standard output, written beside the event loop; `flushSync` before the process ends. */
export function makeLog(level: LogLevel): { log: Log; flush: () => void } {
  const destination = pino.destination({ dest: 1, sync: false });
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return { log, flush: () => destination.flushSync() };
}

/** One line for a request that has been answered: at debug for files of the pages, else at info. */
export function logRequest(log: Log, exchange: Exchange): void {
  const level = exchange.route === "asset" ? "debug" : "info";
  if (!log.isLevelEnabled(level)) return;
  const { id, request, path, route, status, bytes, cache, elapsed } = exchange;
  log[level](
    {
      requestId: id,
      method: request.method,
      route,
      path: path.slice(0, 200),
      status,
      ms: Math.round(elapsed * 100) / 100,
      bytes,
      ...(cache === null ? {} : { cache }),
    },
    "request",
  );
}

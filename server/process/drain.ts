import type { Server } from "node:http";
import type { Log } from "../telemetry/log.ts";

/** Milliseconds between looks for connections whose last answer has gone out. */
const LOOK = 20;

/**
 * Closes the server: it takes no more connections, those without a request are closed, the others once
 * they have been answered. What is not answered after so many milliseconds is cut off, and logged.
 */
export async function drain(server: Server, milliseconds: number, log: Log): Promise<void> {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  const look = setInterval(() => server.closeIdleConnections(), LOOK);
  const late = setTimeout(() => {
    log.warn({ ms: milliseconds }, "requests still in flight are cut off");
    server.closeAllConnections();
  }, milliseconds);
  await closed;
  clearInterval(look);
  clearTimeout(late);
}

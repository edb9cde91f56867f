import type { Exchange, Route } from "./exchange.ts";

export type Handler = (exchange: Exchange) => void | Promise<void>;

/** A class of addresses and who answers it. */
export interface Destination {
  readonly route: Route;
  readonly handle: Handler;
}

/**
 * Leads each request to who answers its path: one of the exact paths, else whoever has the longest prefix
 * of it that ends before a slash, else `otherwise`.
 */
export function makeRouter(
  paths: Readonly<Record<string, Destination>>,
  prefixes: Readonly<Record<string, Destination>>,
  otherwise: Destination,
): Handler {
  const exact = new Map(Object.entries(paths));
  const under = Object.entries(prefixes).sort(([a], [b]) => b.length - a.length);
  return (exchange) => {
    const { path } = exchange;
    const found =
      exact.get(path) ?? under.find(([prefix]) => path.startsWith(`${prefix}/`))?.[1] ?? otherwise;
    exchange.route = found.route;
    return found.handle(exchange);
  };
}

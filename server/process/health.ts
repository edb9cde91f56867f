import type { Exchange } from "../http/exchange.ts";
import { sendJson, sendText } from "../http/json.ts";
import { methodRefusal } from "../http/refusal.ts";
import type { ServedDataset } from "../served.ts";
import type { Metrics } from "../telemetry/metrics.ts";

type Handle = (exchange: Exchange) => void | Promise<void>;

const readOnly =
  (handle: Handle): Handle =>
  (exchange) => {
    if (!exchange.isRead) throw methodRefusal(exchange.request.method, "GET, HEAD");
    return handle(exchange);
  };

/** 200 as long as the process answers at all. */
export const healthHandler: Handle = readOnly((exchange) => sendJson(exchange, 200, { status: "ok" }));

/** 200 while requests should be sent here: the dataset is loaded and the process is not about to stop. Engines that run or failed do not hinder. */
export function readyHandler(
  dataset: ServedDataset,
  isDraining: () => boolean,
  engines: () => Readonly<Record<string, string>>,
): Handle {
  return readOnly((exchange) => {
    const served = dataset.current;
    if (isDraining()) sendJson(exchange, 503, { status: "draining" });
    else if (served === null) sendJson(exchange, 503, { status: "loading" }, ["Retry-After", "1"]);
    else sendJson(exchange, 200, { status: "ready", version: served.version, engines: engines() });
  });
}

/** The measurements, for Prometheus to collect. */
export function metricsHandler(metrics: Metrics): Handle {
  return readOnly(async (exchange) => sendText(exchange, 200, metrics.contentType, await metrics.print()));
}

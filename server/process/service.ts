import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ErrorLog } from "../../schema/errors.ts";
import { AdminKeys } from "../auth/keys.ts";
import { Documents } from "../documents/document.ts";
import { PersistedDocuments } from "../documents/persisted.ts";
import { Edge } from "../edge/edge.ts";
import { SingleFlight } from "../edge/single-flight.ts";
import { EntryStore } from "../edge/store.ts";
import { exportHandler } from "../export/handler.ts";
import { graphHandler } from "../graph/handler.ts";
import { makeExecute } from "../graph/yoga.ts";
import { graphiqlHandler } from "../graphiql/handler.ts";
import { makeListener } from "../http/listener.ts";
import { type Destination, makeRouter } from "../http/router.ts";
import { makeServer } from "../http/server.ts";
import { Reloader } from "../reload/reloader.ts";
import { ServedDataset } from "../served.ts";
import { siteHandler } from "../site/handler.ts";
import { qualityHandler } from "../site/quality.ts";
import { loadSite, type Site } from "../site/site.ts";
import { type Log, logRequest } from "../telemetry/log.ts";
import { Metrics } from "../telemetry/metrics.ts";
import type { Config } from "./config.ts";
import { drain } from "./drain.ts";
import { healthHandler, metricsHandler, readyHandler } from "./health.ts";

/** Bytes of documents remembered by their text, and of those that clients may name by hash. */
const DOCUMENT_BYTES = 8 << 20;
const PERSISTED_BYTES = 8 << 20;
const PERSISTED_DOCUMENT_BYTES = 128 << 10;

/** How many of the answers most asked for are made anew before another dataset is served, and for how long at most. */
const WARMED = 50;
const WARM_MS = 5_000;

/** The service, listening; it answers from whatever dataset it is given, and 503 before that. */
export interface Service {
  /** Where it listens: http://host:port. */
  readonly url: string;
  readonly dataset: ServedDataset;
  readonly reloader: Reloader;
  /** Takes no more requests, lets those in flight end within DRAIN_TIMEOUT, and closes. */
  stop(): Promise<void>;
}

function urlOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

/** The parts of the service put together: http → edge cache → limits → Yoga. */
export async function startService(config: Config, log: Log, siteFolder: string): Promise<Service> {
  const logError: ErrorLog = (errorId, error) => log.error({ errorId, err: error }, "error");
  const dataset = new ServedDataset();
  const store = new EntryStore(config.edgeCacheBytes);
  const metrics = new Metrics(dataset, store);
  const edge = new Edge({
    store,
    flights: new SingleFlight(),
    documents: new Documents(DOCUMENT_BYTES),
    persisted: new PersistedDocuments(PERSISTED_BYTES, PERSISTED_DOCUMENT_BYTES),
    execute: makeExecute(config.costLimit, logError),
    timeout: config.requestTimeout,
  });
  const reloader = new Reloader({
    dataDir: config.dataDir,
    dataset,
    log,
    async warm(next) {
      const warmed = await edge.warm(next, WARMED, performance.now() + WARM_MS);
      log.info({ version: next.version, warmed }, "warmed");
    },
    forget: (version) => edge.forget(version),
    count: (outcome) => metrics.countReload(outcome),
  });
  const administration = {
    keys: new AdminKeys(config.adminKeys),
    admin: { reloadDataset: async () => (await reloader.reload("mutation")).dataset },
  };
  let draining = false;
  let site: Site = new Map();
  const graphiql: Destination = { route: "graphiql", handle: graphiqlHandler() };
  const router = makeRouter(
    {
      "/graphql": { route: "graphql", handle: graphHandler(dataset, edge, administration, logError) },
      "/health": { route: "health", handle: healthHandler },
      "/ready": { route: "ready", handle: readyHandler(dataset, () => draining) },
      "/metrics": { route: "metrics", handle: metricsHandler(metrics) },
      "/quality.json": { route: "quality", handle: qualityHandler(dataset) },
      "/graphiql": graphiql,
    },
    {
      "/graphiql": graphiql,
      "/export": {
        route: "export",
        handle: exportHandler(dataset, { cost: config.costLimit, timeout: config.requestTimeout }),
      },
    },
    { route: "other", handle: siteHandler(() => site) },
  );
  const listener = makeListener(
    router,
    (exchange) => {
      metrics.observe(exchange);
      logRequest(log, exchange);
    },
    logError,
  );
  const server = makeServer(listener);
  server.listen(config.port, config.host);
  await once(server, "listening");
  site = await loadSite(siteFolder);
  return {
    url: urlOf(server),
    dataset,
    reloader,
    async stop() {
      draining = true;
      await drain(server, config.drainTimeout, log);
      await reloader.close();
    },
  };
}

import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ErrorLog } from "../../schema/errors.ts";
import { AlertFeed } from "../alerts/feed.ts";
import { messagesOf } from "../alerts/payload.ts";
import { AlertStreams } from "../alerts/streams.ts";
import { Webhooks } from "../alerts/webhooks.ts";
import { Phraser } from "../assistant/phraser.ts";
import { Edge } from "../edge/edge.ts";
import type { Entry } from "../edge/entry.ts";
import { CachesInFront } from "../edge/front.ts";
import { CachePolicy } from "../edge/policy.ts";
import { SingleFlight } from "../edge/single-flight.ts";
import { EntryStore } from "../edge/store.ts";
import { warm } from "../edge/warm.ts";
import { NationEngines } from "../engines/nation.ts";
import { EnginePool } from "../engines/pool.ts";
import { exportHandler } from "../export/handler.ts";
import { graphHandler } from "../graph/handler.ts";
import type { Answer } from "../graph/run.ts";
import { makeSubscribe } from "../graph/subscribe.ts";
import { makeExecute, makeGraph } from "../graph/yoga.ts";
import { graphiqlHandler } from "../graphiql/handler.ts";
import { makeListener } from "../http/listener.ts";
import { type Destination, makeRouter } from "../http/router.ts";
import { makeServer } from "../http/server.ts";
import { Reloader } from "../reload/reloader.ts";
import { reportHandler } from "../report/handler.ts";
import { ServedDataset } from "../served.ts";
import { siteHandler } from "../site/handler.ts";
import { qualityHandler } from "../site/quality.ts";
import { loadSite, type Site } from "../site/site.ts";
import { type Log, logRequest } from "../telemetry/log.ts";
import { Metrics } from "../telemetry/metrics.ts";
import { administer } from "./administration.ts";
import type { Config } from "./config.ts";
import { drain } from "./drain.ts";
import { healthHandler, metricsHandler, readyHandler } from "./health.ts";
import { makeMaker } from "./maker.ts";

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
  const flights = new SingleFlight<Entry | Answer>();
  const front = new CachesInFront(config.purgeUrls, log);
  const policy = new CachePolicy(!front.isEmpty);
  const feed = new AlertFeed(config.subscribersMost);
  const metrics = new Metrics(dataset, { store, flights, front }, feed);
  const { filled, purged } = metrics.edge;
  const webhooks = new Webhooks({
    ...config.webhooks,
    log,
    count: (outcome) => metrics.countWebhook(outcome),
  });
  const engines = new NationEngines({
    dataDir: config.dataDir,
    log,
    runs: config.enginesRun,
    thresholds: config.riskLevels,
    count: (outcome, seconds) => metrics.countEngine("nation", outcome, seconds),
    ready(served, results) {
      const news = feed.publish(served, results);
      if (news.length === 0) return;
      log.info({ version: served.dataset.version, alerts: news.length }, "new alerts");
      if (webhooks.isEmpty) return;
      const alerts = news.map(({ alert }) => alert);
      webhooks.send(messagesOf(served.dataset, results.findings().first, alerts));
    },
  });
  const pool = new EnginePool({ log, count: (task, outcome) => metrics.countTask(task, outcome) });
  const phraser = new Phraser({
    ...config.assistant,
    log,
    count: (outcome) => metrics.countPhrase(outcome),
  });
  const parts = { limit: config.costLimit, log: logError, compute: pool };
  const graph = makeGraph({
    ...parts,
    enginesOf: (version) => engines.of(version),
    phrase: (plain, language, signal) => phraser.phrase(plain, language, signal),
  });
  const execute = makeExecute(graph);
  const maker = await makeMaker(config, siteFolder, { store, policy, execute, filled });
  const edge = new Edge({ store, flights, maker });
  const streams = new AlertStreams({
    feed,
    maker,
    subscribe: makeSubscribe(graph, parts),
    heartbeat: config.heartbeat,
    sent: () => metrics.countEvent(),
  });
  const reloader = new Reloader({
    dataDir: config.dataDir,
    dataset,
    log,
    async warm(next) {
      const warmed = await warm(store, maker, next, WARMED, performance.now() + WARM_MS);
      log.info({ version: next.version, warmed }, "warmed");
    },
    settled(served) {
      store.keepOnly(served.dataset.version);
      void front.announce();
      feed.forget();
      void engines.serve(served);
      void pool.warm();
    },
    count: (outcome) => metrics.countReload(outcome),
  });
  const administration = administer({ keys: config.adminKeys, reloader, store, front, log, purged });
  let draining = false;
  let site: Site = { page: null, files: new Map() };
  const graphiql: Destination = { route: "graphiql", handle: graphiqlHandler(policy) };
  const router = makeRouter(
    {
      "/graphql": {
        route: "graphql",
        handle: graphHandler(dataset, { edge, streams, administration }, logError),
      },
      "/health": { route: "health", handle: healthHandler },
      "/ready": {
        route: "ready",
        handle: readyHandler(
          dataset,
          () => draining,
          () => ({ nation: engines.state, pool: pool.state }),
        ),
      },
      "/metrics": { route: "metrics", handle: metricsHandler(metrics) },
      "/quality.json": { route: "quality", handle: qualityHandler(dataset, policy) },
      "/graphiql": graphiql,
    },
    {
      "/graphiql": graphiql,
      "/report": {
        route: "report",
        handle: reportHandler({ dataset, policy, execute, site: () => site, timeout: config.requestTimeout }),
      },
      "/export": {
        route: "export",
        handle: exportHandler(dataset, policy, { cost: config.costLimit, timeout: config.requestTimeout }),
      },
    },
    { route: "other", handle: siteHandler(dataset, policy, () => site) },
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
      feed.close();
      await drain(server, config.drainTimeout, log);
      await reloader.close();
      front.close();
      engines.close();
      webhooks.close();
      await pool.close();
    },
  };
}

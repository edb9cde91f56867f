// The process: `node server/main.ts`.
import { fileURLToPath } from "node:url";
import { Fault } from "../data/fault.ts";
import { ConfigError, readConfig } from "./process/config.ts";
import { loadStore } from "./process/load.ts";
import { showProgress } from "./process/progress.ts";
import { type Service, startService } from "./process/service.ts";
import type { Trigger } from "./reload/reloader.ts";
import { watchPointer } from "./reload/watch.ts";
import { makeLog } from "./telemetry/log.ts";

const SITE = fileURLToPath(new URL("../client/dist", import.meta.url));

function configure() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}

const config = configure();
const { log, flush } = makeLog(config.logLevel);

function fail(error: unknown): never {
  log.fatal({ err: error }, error instanceof Error ? error.message : "the process failed");
  flush();
  // The log may be silent or far away: whoever started the process sees why it ended.
  console.error(isPlain(error) ? error.message : error);
  process.exit(1);
}

/** Whether the message alone tells what is wrong: the data or the machine, not our code. */
function isPlain(error: unknown): error is Error {
  return error instanceof Fault || (error instanceof Error && "code" in error && "syscall" in error);
}

process.on("uncaughtException", fail);

let service: Service | null = null;
let stopping = false;

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "stopping");
  await service?.stop();
  log.info("stopped");
  flush();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);

/** Takes up another snapshot; until the first is served there is nothing to take up: it is under way. */
let reload: ((trigger: Trigger) => void) | null = null;
process.on("SIGHUP", () => reload?.("SIGHUP"));

try {
  service = await startService(config, log, SITE);
  const { url, dataset, reloader } = service;
  log.info({ url }, "listening");
  const damaged: string[] = [];
  const store = await loadStore(config, showProgress(process.stderr, log), (version, err) => {
    damaged.push(version);
    log.warn({ damaged: version, err }, "a snapshot is damaged; an older one is served in its place");
  });
  await reloader.serve(store, damaged.length > 0);
  // What goes wrong is logged and counted where it happens; here nobody waits for the outcome.
  reload = (trigger) => void reloader.reload(trigger).catch(() => {});
  watchPointer({
    dataDir: config.dataDir,
    served: () => dataset.current?.version ?? null,
    changed: () => reload?.("pointer"),
  });
  const { version, source, rows } = store.dataset;
  log.info({ url, version, source, rows }, "ready");
  if (process.stdout.isTTY) console.log(`Pulse of Bharat is at ${url}/ and its GraphiQL at ${url}/graphiql`);
} catch (error) {
  fail(error);
}

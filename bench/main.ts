// `npm run bench`: the first budgets of the service, each beside a peer of the same run. Prints, asserts nothing.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureColdStart } from "./cold-start.ts";
import { startService } from "./service.ts";
import { measureWarmGet } from "./warm-get.ts";

const row = (what: string, figure: string, peer: string, budget: string) =>
  console.log([what.padEnd(44), figure.padEnd(18), peer.padEnd(34), budget].join(""));

const dataDir = await mkdtemp(join(tmpdir(), "pulse-bench-"));
try {
  row("what", "measured", "peer", "budget");
  const first = await startService("server/main.ts", "/ready", { DATA_DIR: dataDir });
  await first.stop();
  row("first ever start, sample made on the way", `${first.startSeconds.toFixed(2)} s`, "", "15 s");
  const start = await measureColdStart(dataDir);
  const times = (start.ready / start.bare).toFixed(1);
  row(
    "cold start to ready",
    `${start.ready.toFixed(2)} s`,
    `${times} × bare node:http (${start.bare.toFixed(2)} s)`,
    "1.0 s",
  );
  row("resident memory once ready", `${start.memoryReady.toFixed(0)} MB`, "", "400 MB");
  row("resident memory after 100 ad-hoc queries", `${start.memoryServed.toFixed(0)} MB`, "", "400 MB");
  const service = await startService("server/main.ts", "/ready", { DATA_DIR: dataDir });
  const get = await measureWarmGet(service, dataDir, "br", false, 5).finally(() => service.stop());
  row(
    `cached GET, ${get.bytes} bytes of br`,
    `${Math.round(get.ours)} /s`,
    `${get.ratio.toFixed(2)} × bare node:http (${Math.round(get.bare)} /s)`,
    "0.85",
  );
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

// `npm run bench:edge`: warm answers of the edge cache beside bare node:http, and its memory under many keys. Asserts nothing.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { throwKeys } from "./many-keys.ts";
import { startService } from "./service.ts";
import { measureWarmGet } from "./warm-get.ts";

const ROUNDS = 5;
const KEYS = 100_000;
const BUDGET_BYTES = 32 << 20;

const row = (...cells: string[]) =>
  console.log(cells.map((cell, at) => cell.padEnd([26, 12, 12, 20][at] ?? 0)).join(""));

const dataDir = await mkdtemp(join(tmpdir(), "pulse-bench-"));
const service = await startService("server/main.ts", "/ready", {
  DATA_DIR: dataDir,
  EDGE_CACHE_BYTES: String(BUDGET_BYTES),
});
try {
  row("warm GET", "requests/s", "bare", "ratio (budget 0.85)", "CPU of a request, bare");
  for (const [encoding, conditional] of [
    ["br", false],
    ["gzip", false],
    ["identity", false],
    ["br", true],
  ] as const) {
    const one = await measureWarmGet(service, dataDir, encoding, conditional, ROUNDS);
    const what = conditional ? "304" : `${one.bytes} bytes of ${encoding}`;
    const rates = [one.ours, one.bare].map((rate) => String(Math.round(rate)));
    row(what, ...rates, one.ratio.toFixed(2), `${one.oursCpu.toFixed(1)} µs, ${one.bareCpu.toFixed(1)} µs`);
  }
  const { keys, most, entries, evictions, before, after } = await throwKeys(service, KEYS);
  const megabytes = (bytes: number) => `${(bytes / (1 << 20)).toFixed(1)} MiB`;
  console.log(
    `\n${keys} different questions: at most ${megabytes(most)} held of ${megabytes(BUDGET_BYTES)}, ${entries} entries, ` +
      `${evictions} evictions; the process grew from ${before.toFixed(0)} to ${after.toFixed(0)} MB`,
  );
} finally {
  await service.stop();
  await rm(dataDir, { recursive: true, force: true });
}

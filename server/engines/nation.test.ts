import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../../data/open.ts";
import { writeSample } from "../../data/sample/ensure.ts";
import { layout } from "../../data/snapshot/layout.ts";
import { EDITION } from "../../engines/nation/results.ts";
import { codeOf, json, startTestService, type TestService } from "../fixture.ts";

const ANOMALIES = { query: "{ anomalies(first: 3) { totalCount nodes { id } } dataset { version } }" };

/**
 * Milliseconds of this thread's own work in the longest turn of its event loop while the condition holds: what other
 * threads and processes take from the machine does not count.
 */
async function longestTurn(holds: () => Promise<boolean>): Promise<number> {
  let worst = 0;
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const { user, system } = process.threadCpuUsage();
      await wait(1);
      const now = process.threadCpuUsage();
      worst = Math.max(worst, (now.user + now.system - user - system) / 1000);
    }
  };
  const watching = watch();
  while (await holds()) await wait(100);
  isOver = true;
  await watching;
  return worst;
}

describe("what the engines make of the dataset served", { timeout: 180_000 }, () => {
  let dir: string;
  let version: string;
  let service: TestService;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-engines-"));
    version = await writeSample(dir);
  });
  afterEach(async () => {
    await service?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  async function start(env: Record<string, string> = {}): Promise<void> {
    service = await startTestService(null, { store: null, env: { DATA_DIR: dir, ...env } });
    await service.reloader.serve((await openStore(dir))!);
  }
  const state = async () => json(await service.send("/ready")).engines.nation;
  async function settled(): Promise<string> {
    for (let round = 0; round < 600 && (await state()) === "running"; round++) await wait(100);
    return state();
  }
  const outcomes = async () =>
    [
      ...(await service.send("/metrics")).body
        .toString()
        .matchAll(/^engine_runs_total\{.*outcome="(\w+)"\} 1$/gm),
    ].map(([, outcome]) => outcome);

  test("is made once, beside all else, and kept with the snapshot", async (context) => {
    await start();
    const early = await service.get(ANOMALIES);
    assert.deepEqual([early.status, codeOf(early)], [200, "ENGINE_NOT_READY"]);
    assert.equal(json(early).data.dataset.version, version);
    assert.equal(early.headers["cache-control"], "no-store");
    const worst = await longestTurn(async () => (await state()) === "running");
    assert.equal(await state(), "ready");
    context.diagnostic(`the longest turn of the event loop took ${worst.toFixed(0)} ms of work`);
    assert.ok(worst <= 50);
    const found = json(await service.get(ANOMALIES)).data.anomalies;
    assert.ok(found.totalCount > 100);
    assert.equal((await service.get(ANOMALIES)).headers["x-cache"], "HIT");
    assert.deepEqual(await outcomes(), ["made"]);
    await service.stop();
    await start();
    assert.ok((await longestTurn(async () => (await state()) === "running")) <= 50);
    assert.equal(await state(), "ready");
    assert.deepEqual(await outcomes(), ["kept"]);
    assert.deepEqual(json(await service.get(ANOMALIES)).data.anomalies, found);
  });

  test("is made again where what was kept cannot be read", async () => {
    await writeFile(join(layout.snapshot(dir, version), `findings-${EDITION}.json`), "{");
    await start();
    assert.equal(await settled(), "ready");
    assert.deepEqual(await outcomes(), ["made"]);
    assert.deepEqual(
      (await readdir(layout.snapshot(dir, version))).filter((name) => name.startsWith("findings")),
      [`findings-${EDITION}.json`],
    );
  });

  test("is served although it cannot be kept", async () => {
    const folder = layout.snapshot(dir, version);
    await mkdir(join(folder, `findings-${EDITION}.json`, "in the way"), { recursive: true });
    await start();
    assert.equal(await settled(), "ready");
    assert.ok(json(await service.get(ANOMALIES)).data.anomalies.totalCount > 100);
    assert.ok(
      service.lines.some(({ msg, why }) => why !== undefined && String(msg).includes("cannot be kept")),
    );
    assert.ok((await readdir(folder)).every((name) => !/\.\d+$/.test(name)));
  });

  test("is not made where the engines are not to run", async () => {
    await start({ ENGINES_RUN: "false" });
    await wait(200);
    assert.equal(await state(), "idle");
    assert.equal(codeOf(await service.get(ANOMALIES)), "ENGINE_NOT_READY");
    assert.deepEqual(await outcomes(), []);
  });

  test("that fails leaves its fields without an answer, and everything else as it is", async () => {
    service = await startTestService(null, { store: null, env: { DATA_DIR: dir } });
    const store = (await openStore(dir))!;
    await rm(layout.snapshot(dir, version), { recursive: true });
    await service.reloader.serve(store);
    assert.equal(await settled(), "failed");
    const reply = await service.get(ANOMALIES);
    assert.deepEqual([reply.status, codeOf(reply)], [200, "ENGINE_FAILED"]);
    assert.equal(json(reply).data.dataset.version, version);
    assert.deepEqual(await outcomes(), ["failed"]);
    assert.equal((await service.send("/health")).status, 200);
    assert.ok(service.lines.some(({ msg }) => String(msg).startsWith("engines failed")));
  });
});

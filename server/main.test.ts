import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { columnsOfRows, FIXTURE_ABOUT } from "../data/activity/fixture.ts";
import { layout } from "../data/snapshot/layout.ts";
import { writeSnapshot } from "../data/snapshot/write.ts";
import { json, send } from "./fixture.ts";

const MAIN = new URL("./main.ts", import.meta.url).pathname;

type Line = Record<string, unknown>;

interface Running {
  readonly child: ChildProcess;
  readonly lines: Line[];
  /** The first line of the log with this message; null where the process ends without. */
  line(message: string): Promise<Line | null>;
}

function start(env: Record<string, string>): Running {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: Line[] = [];
  const waiting: [message: string, resolve: (line: Line | null) => void][] = [];
  const reader = createInterface({ input: child.stdout! });
  reader.on("line", (line) => {
    const entry: Line = JSON.parse(line);
    lines.push(entry);
    for (const [message, resolve] of waiting) if (entry.msg === message) resolve(entry);
  });
  reader.on("close", () => {
    for (const [, resolve] of waiting) resolve(null);
  });
  return {
    child,
    lines,
    line: (message) =>
      new Promise((resolve) => {
        const known = lines.find(({ msg }) => msg === message);
        if (known === undefined) waiting.push([message, resolve]);
        else resolve(known);
      }),
  };
}

async function run(env: Record<string, string>): Promise<{ code: number; errors: string }> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [errors, [code]] = await Promise.all([text(child.stderr!), once(child, "close")]);
  return { code, errors };
}

describe("the process", () => {
  let dataDir: string;
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "pulse-main-"));
  });
  after(() => rm(dataDir, { recursive: true, force: true }));

  test("listens at once, makes the sample where there is no data, then is ready; stops on SIGTERM", async () => {
    const { child, line, lines } = start({ DATA_DIR: dataDir });
    const { url } = (await line("listening")) as { url: string };
    assert.equal((await send(`${url}/health`)).status, 200);
    assert.equal((await send(`${url}/ready`)).status, 503);
    const ready = (await line("ready"))!;
    assert.equal(ready.source, "SAMPLE");
    assert.equal((await send(`${url}/ready`)).status, 200);
    const reply = await send(`${url}/graphql?query={dataset{source,rows}}`);
    assert.deepEqual(json(reply).data.dataset, { source: "SAMPLE", rows: ready.rows });
    assert.ok(lines.some(({ msg, percent }) => msg === "making the sample" && percent === 100));
    child.kill("SIGTERM");
    assert.deepEqual(await once(child, "close"), [0, null]);
    assert.equal(lines.at(-1)!.msg, "stopped");
  });

  test("starts from the snapshot that is there; stops on SIGINT", async () => {
    const { child, line, lines } = start({ DATA_DIR: dataDir });
    assert.equal((await line("ready"))!.source, "SAMPLE");
    assert.ok(!lines.some(({ msg }) => msg === "making the sample"));
    child.kill("SIGINT");
    assert.deepEqual(await once(child, "close"), [0, null]);
  });

  test("says what is wrong with the configuration, all of it, and ends with 1", async () => {
    const { code, errors } = await run({ PORT: "high", LOG_LEVEL: "loud" });
    assert.equal(code, 1);
    assert.match(errors, /^PORT is "high"; it should be .*\nLOG_LEVEL is "loud"; it should be .*\n$/);
  });

  test("says that a port is taken or a snapshot damaged, in one line, and ends with 1", async () => {
    const { child, line } = start({ DATA_DIR: dataDir });
    const { url } = (await line("listening")) as { url: string };
    const taken = await run({ PORT: new URL(url).port, DATA_DIR: dataDir });
    assert.equal(taken.code, 1);
    assert.match(taken.errors, /^listen EADDRINUSE: .*\n$/);
    child.kill("SIGTERM");
    await once(child, "close");
    const lost = join(dataDir, "lost");
    await mkdir(lost);
    await writeFile(layout.current(lost), "fedcba9876543210");
    const damaged = await run({ PORT: "0", DATA_DIR: lost });
    assert.equal(damaged.code, 1);
    assert.match(damaged.errors, /^.*fedcba9876543210.*\n$/);
  });

  test("starts from the last good snapshot where the current one is damaged, and says so", async () => {
    const version = (await readFile(layout.current(dataDir), "utf8")).trim();
    await writeFile(layout.current(dataDir), "fedcba9876543210");
    const { child, line, lines } = start({ DATA_DIR: dataDir });
    assert.equal((await line("ready"))!.version, version);
    const { url } = lines.find(({ msg }) => msg === "listening") as { url: string };
    assert.match((await send(`${url}/metrics`)).body.toString(), /^dataset_fallback 1$/m);
    const warning = lines.find(({ level }) => level === 40)!;
    assert.equal(warning.damaged, "fedcba9876543210");
    assert.match(String(warning.msg), /an older one is served/);
    await writeFile(layout.current(dataDir), version);
    child.kill("SIGTERM");
    assert.deepEqual(await once(child, "close"), [0, null]);
    assert.deepEqual(await readdir(layout.inUse(dataDir)), []);
  });

  test("takes up another snapshot when the pointer changes, and on SIGHUP; a hangup while loading is no end", async () => {
    const { child, line, lines } = start({ DATA_DIR: dataDir });
    await line("listening");
    child.kill("SIGHUP");
    const before = (await line("ready"))!.version;
    const rows = [
      {
        pincode: "500001",
        district: "IN-TG/hyderabad",
        date: 20_400,
        reports: 1,
        counts: [1, 0, 0, 0, 0, 0, 0],
      },
    ];
    const { version: _, ...about } = FIXTURE_ABOUT;
    const tiny = await writeSnapshot(dataDir, columnsOfRows(rows), about);
    const reloaded = (await line("reloaded"))!;
    assert.deepEqual([reloaded.version, reloaded.before, reloaded.trigger], [tiny, before, "pointer"]);
    lines.length = 0;
    await writeFile(layout.current(dataDir), String(before));
    child.kill("SIGHUP");
    assert.equal((await line("reloaded"))!.version, before);
    child.kill("SIGTERM");
    assert.deepEqual(await once(child, "close"), [0, null]);
  });
});

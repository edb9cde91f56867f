import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import pino from "pino";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow } from "../../data/activity/fixture.ts";
import { openStore } from "../../data/open.ts";
import { versionsInUse } from "../../data/snapshot/in-use.ts";
import { FILES, layout } from "../../data/snapshot/layout.ts";
import { writeSnapshot } from "../../data/snapshot/write.ts";
import { codeOf, graphPath, json, send, startTestService, type TestService } from "../fixture.ts";
import { Reloader } from "./reloader.ts";
import { watchPointer } from "./watch.ts";

const { version: _, ...about } = FIXTURE_ABOUT;
const KEY = "a-key-for-tests";
const ADMIN_KEYS = createHash("sha256").update(KEY).digest("hex");
const BEARER = { authorization: `Bearer ${KEY}` };
const RELOAD = { query: "mutation { reloadDataset { version rows } }" };

/** A snapshot in which every place counts `count`: an answer tells by its figures which one it is of. */
async function write(dir: string, count: number): Promise<string> {
  const rows = ["500001", "500002", "500003"].flatMap((pincode) =>
    [20_400, 20_401, 20_402].map(
      (date): FixtureRow => ({
        pincode,
        district: "IN-TG/hyderabad",
        date,
        reports: 1,
        counts: [count, 0, 0, 0, 0, 0, 0],
      }),
    ),
  );
  return writeSnapshot(dir, columnsOfRows(rows), about);
}

let dir: string;
let service: TestService;
let first: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "pulse-reload-"));
  first = await write(dir, 1);
  service = await startTestService(null, { store: null, env: { DATA_DIR: dir, ADMIN_KEYS } });
  await service.reloader.serve((await openStore(dir))!);
});
afterEach(async () => {
  await service.stop();
  await rm(dir, { recursive: true, force: true });
});

const total = async () => {
  const reply = await service.get({
    query: '{ dataset { version } place(code: "IN") { value(metric: ENROLMENT) } }',
  });
  const { data } = json(reply);
  assert.equal(reply.headers["x-data-version"], data.dataset.version);
  return [data.dataset.version, data.place.value, reply.headers["x-cache"]];
};

describe("a reload", () => {
  test("serves the snapshot that is current now, marks it as used and gives the old one free", async () => {
    assert.deepEqual((await total()).slice(0, 2), [first, 9]);
    assert.deepEqual([...(await versionsInUse(dir))], [first]);
    const second = await write(dir, 2);
    assert.equal((await service.reloader.reload("pointer")).dataset.version, second);
    assert.deepEqual((await total()).slice(0, 2), [second, 18]);
    assert.deepEqual([...(await versionsInUse(dir))], [second]);
    await service.stop();
    assert.deepEqual([...(await versionsInUse(dir))], []);
  });

  test("asks beforehand what was asked most, so that the first to ask again find it", async () => {
    for (let times = 0; times < 3; times++) await total();
    const second = await write(dir, 2);
    await service.reloader.reload("pointer");
    assert.deepEqual(await total(), [second, 18, "HIT"]);
    assert.equal(service.lines.find(({ msg }) => msg === "warmed")!.warmed, 1);
    const metrics = (await service.send("/metrics")).body.toString();
    assert.match(metrics, /^edge_cache_entries 1$/m);
    assert.match(metrics, /^dataset_reloads_total\{outcome="swapped"\} 1$/m);
  });

  test("changes nothing where the snapshot is the one served, or damaged", async () => {
    await service.reloader.reload("SIGHUP");
    const second = await write(dir, 2);
    await truncate(join(layout.snapshot(dir, second), FILES.activity), 10);
    await assert.rejects(service.reloader.reload("SIGHUP"), {
      code: "DATA_NOT_READY",
      message: /is damaged/,
    });
    await writeFile(layout.current(dir), "nonsense");
    await assert.rejects(service.reloader.reload("SIGHUP"), /current is damaged/);
    assert.deepEqual((await total()).slice(0, 2), [first, 9]);
    assert.deepEqual([...(await versionsInUse(dir))], [first]);
    const metrics = (await service.send("/metrics")).body.toString();
    assert.match(metrics, /^dataset_reloads_total\{outcome="unchanged"\} 1$/m);
    assert.match(metrics, /^dataset_reloads_total\{outcome="failed"\} 2$/m);
  });

  test("one at a time: all who ask while one runs share the next", async () => {
    const versions = [];
    const asked = [];
    for (let count = 2; count < 6; count++) {
      versions.push(await write(dir, count));
      asked.push(service.reloader.reload("pointer"));
    }
    const served = (await Promise.all(asked)).map(({ dataset }) => dataset.version);
    assert.deepEqual(new Set(served.slice(1)).size, 1);
    assert.equal(served.at(-1), versions.at(-1));
    assert.deepEqual([...(await versionsInUse(dir))], [versions.at(-1)]);
  });
});

describe("the queue of reloads", () => {
  test("never runs two at a time, however they are asked for", async () => {
    let [running, most] = [0, 0];
    const reloader = new Reloader({
      dataDir: dir,
      dataset: service.dataset,
      log: pino({ level: "silent" }),
      async warm() {
        most = Math.max(most, ++running);
        await setTimeout(30);
        running--;
      },
      settled() {},
      count() {},
    });
    const asked: Promise<unknown>[] = [];
    for (let count = 2; count < 5; count++) {
      await write(dir, count);
      const one = reloader.reload("pointer");
      asked.push(
        one,
        reloader.reload("SIGHUP"),
        one.then(() => reloader.reload("mutation")),
      );
      await one;
    }
    await Promise.all(asked);
    await reloader.close();
    assert.equal(most, 1);
  });
});

describe("the mutation reloadDataset", () => {
  test("says so where no key can be known", async () => {
    const closed = await startTestService(null, { store: service.dataset.current!.store });
    const reply = await closed.post(RELOAD, BEARER);
    assert.equal(reply.status, 401);
    assert.match(json(reply).errors[0].message, /ADMIN_KEYS lists none/);
    await closed.stop();
  });

  test("reloads for who has an admin's key, and for nobody else", async () => {
    const second = await write(dir, 2);
    const without = await service.post(RELOAD);
    assert.deepEqual([without.status, codeOf(without)], [401, "UNAUTHORIZED"]);
    assert.match(without.headers["www-authenticate"]!, /^Bearer/);
    for (const headers of [
      { authorization: "Bearer wrong" },
      { "x-api-key": "wrong" },
      { authorization: `Basic ${KEY}` },
      { authorization: "" },
    ]) {
      const reply = await service.post(RELOAD, headers as unknown as Record<string, string>);
      assert.deepEqual([reply.status, codeOf(reply)], [401, "UNAUTHORIZED"], JSON.stringify(headers));
    }
    assert.deepEqual((await total()).slice(0, 2), [first, 9]);
    const reply = await service.post(RELOAD, BEARER);
    assert.deepEqual(json(reply).data, { reloadDataset: { version: second, rows: 9 } });
    assert.equal(reply.headers["cache-control"], "private, no-store");
    assert.deepEqual((await total()).slice(0, 2), [second, 18]);
    assert.equal((await service.post(RELOAD, { "x-api-key": KEY })).status, 200);
  });

  test("by GET is 405, key or not; a damaged snapshot is DATA_NOT_READY", async () => {
    const path = graphPath(RELOAD);
    assert.equal((await service.send(path)).status, 405);
    assert.equal((await service.send(path, { headers: BEARER })).status, 405);
    await writeFile(layout.current(dir), "nonsense");
    assert.equal(codeOf(await service.post(RELOAD, BEARER)), "DATA_NOT_READY");
  });

  test("nothing that a key's bearer is answered is kept for others, nor taken from what is kept", async () => {
    const query = "{ dataset { rows } }";
    const own = await service.get({ query }, BEARER);
    assert.deepEqual([own.headers["cache-control"], own.headers["x-cache"]], ["private, no-store", "BYPASS"]);
    assert.equal((await service.get({ query })).headers["x-cache"], "MISS");
    assert.equal((await service.get({ query })).headers["x-cache"], "HIT");
    assert.equal((await service.get({ query }, BEARER)).headers["x-cache"], "BYPASS");
    assert.equal((await service.get({ query }, { "x-api-key": "wrong" })).status, 401);
  });
});

describe("the pointer", () => {
  const until = async (reached: () => boolean) => {
    for (let wait = 0; !reached() && wait < 200; wait++) await setTimeout(20);
  };

  test("is watched: another version calls back, the one served and damage do not", async () => {
    let changes = 0;
    let served = first;
    const stop = watchPointer({
      dataDir: dir,
      served: () => served,
      changed: () => changes++,
      look: 100_000,
    });
    try {
      await setTimeout(300);
      assert.equal(changes, 0);
      served = await write(dir, 2);
      await setTimeout(300);
      assert.equal(changes, 0);
      await write(dir, 3);
      await until(() => changes > 0);
      assert.equal(changes, 1);
      await writeFile(layout.current(dir), "nonsense");
      await setTimeout(300);
      assert.equal(changes, 1);
    } finally {
      stop();
    }
  });

  test("that named another version before the watch began calls back, and again while it is not served", async () => {
    let changes = 0;
    await write(dir, 2);
    const stop = watchPointer({ dataDir: dir, served: () => first, changed: () => changes++, look: 20 });
    try {
      await until(() => changes >= 2);
      assert.ok(changes >= 2);
    } finally {
      stop();
    }
  });
});

describe("/quality.json", () => {
  test("is the whole report of the dataset served, as a file that caches may ask about", async () => {
    const reply = await service.send("/quality.json");
    const report = json(reply);
    assert.deepEqual(report.quality, about.quality);
    assert.deepEqual([report.version, report.source, report.rows], [first, "OFFICIAL", 9]);
    assert.equal(
      reply.headers["content-disposition"],
      `attachment; filename="pulse-of-bharat-quality-${first}.json"`,
    );
    assert.equal(reply.headers["x-data-version"], first);
    const { etag } = reply.headers;
    const known = await service.send("/quality.json", { headers: { "if-none-match": etag! } });
    assert.deepEqual([known.status, known.body.length], [304, 0]);
    await write(dir, 2);
    await service.reloader.reload("pointer");
    const other = await service.send("/quality.json", { headers: { "if-none-match": etag! } });
    assert.equal(other.status, 200);
    assert.equal((await service.send("/quality.json", { method: "POST" })).status, 405);
    const head = await service.send("/quality.json", { method: "HEAD" });
    assert.deepEqual([head.status, head.body.length], [200, 0]);
    const empty = await startTestService(null, { store: null });
    assert.equal((await empty.send("/quality.json")).status, 503);
    await empty.stop();
  });
});

describe("under load", () => {
  /** Requests a second and seconds: bounded, and enough that many run through every swap. */
  const RATE = 200;
  const SECONDS = 4;

  test(`no request fails and none mixes versions at ${RATE} a second, whoever asks for the reloads`, async () => {
    const countOf = new Map([[first, 1]]);
    const stop = watchPointer({
      dataDir: dir,
      served: () => service.dataset.current!.version,
      changed: () => service.reloader.reload("pointer").catch(() => {}),
      look: 200,
    });
    const onHangup = () => service.reloader.reload("SIGHUP").catch(() => {});
    process.on("SIGHUP", onHangup);
    const seen = new Map<string, number>();
    const check = async (at: number) => {
      const query = `query Q${at % 7} { dataset { version } place(code: "IN-TG") { value(metric: ENROLMENT) }
        stats(groupBy: [PINCODE]) { rows { value(metric: ACTIVITY) } meta { datasetVersion } } }`;
      const reply =
        at % 3 === 0
          ? await send(`${service.url}/graphql`, {
              method: "POST",
              headers: { "content-type": "application/json" },
              body: JSON.stringify({ query }),
            })
          : await send(service.url + graphPath({ query }));
      assert.equal(reply.status, 200, reply.body.toString());
      const { data, errors } = json(reply);
      assert.equal(errors, undefined);
      const { version } = data.dataset;
      const count = countOf.get(version);
      assert.equal(reply.headers["x-data-version"], version);
      assert.equal(data.stats.meta.datasetVersion, version);
      assert.equal(data.place.value, 9 * count!);
      assert.deepEqual(
        data.stats.rows.map((row: { value: number }) => row.value),
        [3 * count!, 3 * count!, 3 * count!],
      );
      seen.set(version, (seen.get(version) ?? 0) + 1);
    };
    const requests: Promise<void>[] = [];
    let swaps = 0;
    try {
      const began = performance.now();
      for (let at = 0; at < RATE * SECONDS; at++) {
        if (at > 0 && at % (RATE / 2) === 0) {
          const count = 2 + swaps;
          // The version is known before anybody can be answered from it.
          const drafted = await write(await mkdtemp(join(dir, "draft-")), count);
          countOf.set(drafted, count);
          assert.equal(await write(dir, count), drafted);
          if (swaps % 3 === 1) process.kill(process.pid, "SIGHUP");
          if (swaps % 3 === 2)
            requests.push(service.post(RELOAD, BEARER).then(({ status }) => assert.equal(status, 200)));
          swaps++;
        }
        requests.push(check(at));
        const due = began + ((at + 1) * 1000) / RATE;
        await setTimeout(Math.max(0, due - performance.now()));
      }
      await Promise.all(requests);
    } finally {
      stop();
      process.off("SIGHUP", onHangup);
    }
    assert.equal(swaps, 7);
    assert.ok(seen.size >= 4, `answers came from ${seen.size} versions`);
    assert.equal(
      [...seen.values()].reduce((sum, one) => sum + one, 0),
      RATE * SECONDS,
    );
  });
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { freePort } from "../../bench/service.ts";
import type { ActivityStore } from "../../data/activity/store.ts";
import { openSnapshot, storeOver } from "../../data/open.ts";
import { writeSample } from "../../data/sample/ensure.ts";
import { type Listener, listen } from "../../server/alerts/fixture.ts";
import {
  graphPath,
  json,
  type Reply,
  send,
  startTestService,
  type TestService,
} from "../../server/fixture.ts";
import type { Cache } from "./process.ts";
import { ACCEPT, askAll, traceOf } from "./trace.ts";
import { findVarnish, startVarnish } from "./varnish.ts";

const SITE = fileURLToPath(new URL("../../client/dist", import.meta.url));
const KEY = "a-key-for-tests";
/** Of a day; the first fill the cache. */
const VISITS = 10_000;
/** Seconds for which the origin is away. */
const AWAY = 60;

const varnish = findVarnish();
const cacheOf = ({ headers }: Reply) => headers["x-cache"];
const activityOf = (code: string) =>
  graphPath({ query: `{ place(code: "${code}") { value(metric: ACTIVITY) } }` });

describe("behind Varnish", { skip: "reason" in varnish && varnish.reason, timeout: 300_000 }, () => {
  let folder: string;
  let store: ActivityStore;
  let port: number;
  let service: TestService;
  let cache: Cache;
  let env: Record<string, string>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pulse-varnish-"));
    const version = await writeSample(folder);
    store = storeOver(await openSnapshot(folder, version));
    port = await freePort();
    env = {
      PORT: String(port),
      HEARTBEAT: "0.2",
      ADMIN_KEYS: createHash("sha256").update(KEY).digest("hex"),
    };
    service = await startTestService(null, { store, env, site: SITE });
    cache = await startVarnish((varnish as { path: string }).path, folder, port);
    await service.stop();
    env.PURGE_URLS = `${cache.url}/`;
    await startOrigin();
  });
  after(async () => {
    await cache?.stop();
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function startOrigin(): Promise<void> {
    service = await startTestService(null, { store: null, env, site: SITE });
    await service.reloader.serve(store);
  }

  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    send(cache.url + path, { method, headers: { accept: ACCEPT, ...headers } });
  const purge = async (variables: Record<string, unknown>) => {
    const query = "mutation($tags: [String!], $soft: Boolean!) { purgeCache(tags: $tags, soft: $soft) }";
    const reply = await service.post({ query, variables }, { authorization: `Bearer ${KEY}` });
    assert.equal(json(reply).errors, undefined);
  };
  const executed = async () => {
    const metrics = (await service.send("/metrics")).body.toString();
    return Number(/^edge_cache_fill_seconds_count (\d+)/m.exec(metrics)![1]);
  };
  const until = async (what: string, holds: () => Promise<boolean>) => {
    for (let round = 0; round < 300; round++) {
      if (await holds()) return;
      await wait(20);
    }
    assert.fail(what);
  };

  test("of what the dashboard's visitors ask, 95 in 100 are answered without the service", async (context) => {
    const trace = await traceOf(store, VISITS, 5);
    const states = await askAll(cache.url, trace);
    assert.deepEqual([...new Set(states)].toSorted(), ["HIT", "MISS"]);
    const hits = (part: readonly string[]) => part.filter((one) => one === "HIT").length / part.length;
    const steady = hits(states.slice(-Math.floor(states.length / 4)));
    const [whole, last] = [hits(states), steady].map((ratio) => ratio.toFixed(3));
    context.diagnostic(
      `${trace.length} requests of ${VISITS} visits: hit ratio ${whole}, of the last quarter ${last}`,
    );
    assert.ok(steady >= 0.95, `${steady}`);
  });

  test("browsers are told their own lifetimes, and nothing of what is between the caches", async () => {
    const { headers } = await get(activityOf("IN"));
    assert.match(headers["cache-control"]!, /^public, max-age=60, s-maxage=300/);
    assert.equal(headers.age, "0");
    assert.equal(headers["x-data-version"], store.dataset.version);
    for (const name of [
      "surrogate-key",
      "surrogate-control",
      "cdn-cache-control",
      "cache-tag",
      "xkey",
      "x-varnish",
    ])
      assert.equal(headers[name], undefined, name);
  });

  test("304s pass, from the cache itself", async () => {
    const first = await get(activityOf("IN-TG"));
    const before = await executed();
    const reply = await get(activityOf("IN-TG"), { "if-none-match": first.headers.etag! });
    assert.deepEqual([reply.status, reply.body.length, reply.headers.etag], [304, 0, first.headers.etag]);
    assert.equal((await get(activityOf("IN-TG"), { "if-none-match": '"another"' })).status, 200);
    const head = await get(activityOf("IN-TG"), {}, "HEAD");
    assert.deepEqual([head.status, head.body.length, head.headers.etag], [200, 0, first.headers.etag]);
    assert.equal(await executed(), before);
  });

  test("compressed variants do not mix, however a browser writes that it takes them", async () => {
    const path = graphPath({
      query: "{ stats(groupBy: [STATE]) { rows { place { code name } value(metric: ACTIVITY) } } }",
    });
    const plain = await get(path);
    const decoded = { br: brotliDecompressSync, gzip: gunzipSync };
    const asked = [
      ["br", "br"],
      ["gzip, deflate, br, zstd", "br"],
      ["gzip", "gzip"],
      ["gzip, br;q=0", "gzip"],
      ["GZIP;q=0.5, deflate", "gzip"],
      ["deflate", undefined],
      ["br;q=0, gzip;q=0", undefined],
    ] as const;
    for (const round of ["first", "again"]) {
      for (const [accepted, encoding] of asked) {
        const reply = await get(path, { "accept-encoding": accepted });
        assert.equal(reply.headers["content-encoding"], encoding, `${accepted}, ${round}`);
        const body = encoding === undefined ? reply.body : decoded[encoding](reply.body);
        assert.deepEqual(body, plain.body);
      }
    }
  });

  test("what a key opens and what changes something passes by", async () => {
    const bearing = { authorization: `Bearer ${KEY}` };
    for (let time = 0; time < 2; time++) {
      const reply = await get(activityOf("IN"), bearing);
      assert.deepEqual([reply.status, cacheOf(reply)], [200, "BYPASS"]);
      assert.equal(reply.headers["cache-control"], "private, no-store");
    }
    assert.equal((await get(activityOf("IN"), { authorization: "Bearer wrong" })).status, 401);
    assert.equal(cacheOf(await get(activityOf("IN"))), "HIT");
  });

  test("a mistake is not kept", async () => {
    for (let time = 0; time < 2; time++) {
      const reply = await get(graphPath({ query: "{ nonsense }" }));
      assert.notEqual(cacheOf(reply), "HIT");
      assert.ok(json(reply).errors);
    }
  });

  test("a purge by tag empties just what it should", async () => {
    const paths = ["IN-TG", "IN-TN", "IN", "IN-TG/hyderabad"].map(activityOf);
    const all = async () => (await Promise.all(paths.map((path) => get(path)))).map(cacheOf);
    await all();
    assert.deepEqual(await all(), ["HIT", "HIT", "HIT", "HIT"]);
    await purge({ tags: ["state:IN-TG"], soft: false });
    assert.deepEqual(await all(), ["MISS", "HIT", "MISS", "MISS"]);
    assert.deepEqual(await all(), ["HIT", "HIT", "HIT", "HIT"]);
  });

  test("server-sent events flow to each who listens", async () => {
    const query = "subscription { alerts { id } }";
    const listeners = await Promise.all([1, 2].map(() => listen(cache.url, query)));
    const beats = ({ text }: Listener) =>
      text()
        .split("\n")
        .filter((line) => line === ":").length;
    while (listeners.some((one) => beats(one) < 3)) await wait(20);
    for (const listener of listeners) listener.leave();
  });

  test("nobody but the service purges", async () => {
    const reply = await send(cache.url, { method: "PURGE" });
    assert.equal(reply.status, 400);
    assert.equal(cacheOf(await get(activityOf("IN"))), "HIT");
  });

  test("a soft purge serves what is stale while one request refreshes it", async () => {
    await get(activityOf("IN-KL"));
    const before = await executed();
    await purge({ tags: ["state:IN-KL"], soft: true });
    const replies = await Promise.all(Array.from({ length: 50 }, () => get(activityOf("IN-KL"))));
    assert.ok(replies.every(({ status }) => status === 200));
    assert.equal(cacheOf(replies[0]!), "STALE");
    await until("it is fresh again", async () => cacheOf(await get(activityOf("IN-KL"))) === "HIT");
    assert.ok((await executed()) - before <= 2);
  });

  test("other data are visible within one revalidation", async () => {
    const path = graphPath({ query: "{ dataset { version } }" });
    const versionIn = async () => json(await get(path)).data.dataset.version;
    assert.equal(await versionIn(), store.dataset.version);
    const other = { ...store, dataset: { ...store.dataset, version: "fedcba9876543210" } };
    await service.reloader.serve(other);
    await until("the cache is told", async () => cacheOf(await get(path)) !== "HIT");
    await until("the new version is there", async () => (await versionIn()) === "fedcba9876543210");
    await until("the page names it", async () => (await get("/")).body.includes("fedcba9876543210"));
    await service.reloader.serve(store);
    await until("and the old one again", async () => (await versionIn()) === store.dataset.version);
  });

  test(`readers do not see that the service is away for ${AWAY} s`, async (context) => {
    const paths = [
      "/",
      ...["IN", "IN-TG", "IN-TN"].map(activityOf),
      graphPath({ query: "{ dataset { rows } }" }),
    ];
    for (const path of paths) assert.equal((await get(path)).status, 200);
    await purge({ tags: null, soft: true });
    await service.stop();
    let asked = 0;
    for (const end = performance.now() + AWAY * 1000; performance.now() < end; await wait(100)) {
      for (const path of paths) {
        const reply = await get(path);
        assert.equal(reply.status, 200, `${path} after ${asked} requests`);
        asked++;
      }
    }
    context.diagnostic(`${asked} requests answered`);
    await startOrigin();
    await until("the service is seen again", async () => (await get("/ready")).status === 200);
    await until("answers are fresh again", async () => cacheOf(await get(activityOf("IN"))) === "HIT");
  });
});

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { freePort } from "../../bench/service.ts";
import { type Listener, listen } from "../../server/alerts/fixture.ts";
import {
  graphPath,
  json,
  type Reply,
  send,
  startTestService,
  type TestService,
} from "../../server/fixture.ts";
import { findProgram } from "../debian.ts";
import { type Cache, startCache } from "./process.ts";

const CONF = new URL("../../deploy/edge/nginx.conf", import.meta.url);
const LONG = "{ __schema { types { name description fields { name } } } }";

const nginx = findProgram(["/usr/sbin/nginx"], ["nginx"]);
const cacheOf = ({ headers }: Reply) => headers["x-cache"];

describe("behind nginx", { skip: "reason" in nginx && nginx.reason, timeout: 60_000 }, () => {
  let folder: string;
  let service: TestService;
  let cache: Cache;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pulse-nginx-"));
    const port = await freePort();
    service = await startTestService(null, { env: { HEARTBEAT: "0.2" } });
    const origin = new URL(service.url).port;
    const conf = (await readFile(CONF, "utf8"))
      .replace("127.0.0.1:8080", `127.0.0.1:${origin}`)
      .replace("listen 80;", `listen 127.0.0.1:${port};`)
      .replace("/var/cache/nginx/pulse", join(folder, "cache"));
    await mkdir(join(folder, "logs"));
    await writeFile(join(folder, "nginx.conf"), conf);
    const settings = [`daemon off; pid ${join(folder, "nginx.pid")}; error_log stderr;`];
    // As root, its workers would run as somebody who may not write here.
    if (process.getuid?.() === 0) settings.push("user root;");
    const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-g", settings.join(" ")];
    cache = await startCache((nginx as { path: string }).path, args, `http://127.0.0.1:${port}`);
  });
  after(async () => {
    await cache?.stop();
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    send(cache.url + path, { method, headers });

  test("answers are kept, 304s pass, HEAD mirrors GET", async () => {
    const path = graphPath({ query: "{ dataset { rows } }" });
    const first = await get(path);
    const again = await get(path);
    assert.deepEqual([cacheOf(first), cacheOf(again)], ["MISS", "HIT"]);
    assert.deepEqual(again.body, first.body);
    assert.equal(again.headers["surrogate-key"], undefined);
    const { etag } = first.headers;
    assert.equal((await get(path, { "if-none-match": etag! })).status, 304);
    const head = await get(path, {}, "HEAD");
    assert.deepEqual(
      [head.status, head.body.length, cacheOf(head), head.headers.etag],
      [200, 0, "HIT", etag],
    );
  });

  test("compressed variants do not mix", async () => {
    const path = graphPath({ query: LONG });
    const plain = await get(path);
    for (const state of ["MISS", "HIT"]) {
      const br = await get(path, { "accept-encoding": "gzip, deflate, br" });
      const gzip = await get(path, { "accept-encoding": "gzip, br;q=0" });
      assert.deepEqual([cacheOf(br), cacheOf(gzip)], [state, state]);
      assert.deepEqual(brotliDecompressSync(br.body), plain.body);
      assert.deepEqual(gunzipSync(gzip.body), plain.body);
    }
    assert.deepEqual((await get(path, { "accept-encoding": "deflate" })).body, plain.body);
  });

  test("mistakes, what a key opens and POST are not kept", async () => {
    const wrong = graphPath({ query: "{ nonsense }" });
    await get(wrong);
    assert.notEqual(cacheOf(await get(wrong)), "HIT");
    const path = graphPath({ query: "{ dataset { states } }" });
    await get(path);
    assert.equal((await get(path, { "x-api-key": "wrong" })).status, 401);
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ query: "{ dataset { states } }" });
    const posted = await send(`${cache.url}/graphql`, { method: "POST", headers, body });
    assert.ok(json(posted).data);
    assert.notEqual(cacheOf(posted), "HIT");
    assert.equal(cacheOf(await get(path)), "HIT");
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

  test("an address too long is told so by the service", async () => {
    const reply = await get(`/graphql?query=${"x".repeat(9000)}`);
    assert.equal(reply.status, 414);
    assert.match(json(reply).errors[0].message, /POST, or persist/);
  });

  test("the service away is not seen by readers of what is kept", async () => {
    const path = graphPath({ query: "{ dataset { rows } }" });
    await service.stop();
    const reply = await get(path);
    assert.equal(reply.status, 200);
    assert.match(String(cacheOf(reply)), /HIT|STALE/);
  });
});

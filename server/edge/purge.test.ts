import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { tinyStore } from "../../schema/fixture.ts";
import { codeOf, json, type Reply, slowStore, startTestService, type TestService } from "../fixture.ts";

const KEY = "a-key-for-tests";
const env = { ADMIN_KEYS: createHash("sha256").update(KEY).digest("hex") };
const bearing = { authorization: `Bearer ${KEY}` };
const PURGE = "mutation($tags: [String!], $soft: Boolean! = true) { purgeCache(tags: $tags, soft: $soft) }";

const activityOf = (code: string) => ({ query: `{ place(code: "${code}") { value(metric: ACTIVITY) } }` });
const cacheOf = ({ headers }: Reply) => headers["x-cache"];
const purge = (service: TestService, variables = {}, headers: Record<string, string> = bearing) =>
  service.post({ query: PURGE, variables }, headers);

async function cacheStates(service: TestService, ...codes: string[]) {
  return (await Promise.all(codes.map((code) => service.get(activityOf(code))))).map(cacheOf);
}

/** A cache in front that keeps what it is told, answering each time with the next of these statuses, then the last. */
async function startFront(context: TestContext, statuses = [200]) {
  const told: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    assert.equal(request.method, "PURGE");
    told.push(request.headers);
    response.writeHead(statuses[Math.min(told.length, statuses.length) - 1]!).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => server.close().closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, told };
}

const until = async (holds: () => boolean) => {
  for (let round = 0; round < 500 && !holds(); round++) await wait(10);
  assert.ok(holds());
};

test("a purge by tag lets go of what bears it and of nothing else", async (context) => {
  const service = await startTestService(context, { env });
  const codes = ["IN-TG", "IN-TN", "IN"];
  await cacheStates(service, ...codes);
  const reply = await purge(service, { tags: ["state:IN-TG"], soft: false });
  assert.deepEqual([reply.status, json(reply).data.purgeCache], [200, 2]);
  assert.deepEqual(await cacheStates(service, ...codes), ["MISS", "HIT", "MISS"]);
  assert.equal(json(await purge(service, { tags: ["type:Dataset"] })).data.purgeCache, 0);
  assert.equal(json(await purge(service, { soft: false })).data.purgeCache, 3);
  assert.deepEqual(await cacheStates(service, ...codes), ["MISS", "MISS", "MISS"]);
});

test("a soft purge lets the old answer stand in while one is made anew", async (context) => {
  const { store, calls, release } = slowStore();
  const service = await startTestService(context, { env, store: tinyStore() });
  const first = await service.get(activityOf("IN"));
  assert.equal(json(await purge(service)).data.purgeCache, 1);
  service.dataset.swap(store);
  const stale = await Promise.all(Array.from({ length: 20 }, () => service.get(activityOf("IN"))));
  assert.deepEqual(new Set(stale.map(cacheOf)), new Set(["STALE"]));
  for (const { body, headers } of stale) {
    assert.deepEqual(body, first.body);
    assert.match(headers["cache-control"]!, /^public, max-age=0, s-maxage=0, stale-while-revalidate/);
    assert.match(String(headers["surrogate-control"]), /^max-age=0,/);
  }
  assert.equal(calls(), 1);
  release();
  await until(() => service.lines.length > 0);
  for (let round = 0; round < 500; round++) {
    if (cacheOf(await service.get(activityOf("IN"))) === "HIT") break;
    await wait(10);
  }
  assert.equal(cacheOf(await service.get(activityOf("IN"))), "HIT");
  assert.equal(calls(), 1);
});

test("where making it anew fails, the old answer stands in, and it is tried again later", async (context) => {
  const real = tinyStore();
  let broken = false;
  let calls = 0;
  const store = {
    ...real,
    async values(...asked: Parameters<typeof real.values>) {
      calls++;
      if (broken) throw new Error("out of order");
      return real.values(...asked);
    },
  };
  const service = await startTestService(context, { env, store });
  const first = await service.get(activityOf("IN"));
  await purge(service);
  broken = true;
  for (let time = 0; time < 10; time++) {
    const reply = await service.get(activityOf("IN"));
    assert.deepEqual([reply.status, cacheOf(reply), reply.body], [200, "STALE", first.body]);
    await wait(10);
  }
  assert.equal(calls, 2);
  assert.equal(codeOf(await service.get(activityOf("IN-TG"))), "INTERNAL_ERROR");
});

test("only administrators purge; each purge is logged with the key's first digits", async (context) => {
  const service = await startTestService(context, { env });
  await service.get(activityOf("IN"));
  for (const headers of [{}, { "x-api-key": "another" }]) {
    const reply = await purge(service, {}, headers);
    assert.equal(codeOf(reply), "UNAUTHORIZED");
  }
  assert.deepEqual(await cacheStates(service, "IN"), ["HIT"]);
  await purge(service, { tags: ["pulse"] });
  const { key, tags, soft, answers } = service.lines.find(({ msg }) => msg === "purged")!;
  assert.deepEqual([key, tags, soft, answers], [env.ADMIN_KEYS.slice(0, 8), ["pulse"], true, 1]);
  const metrics = (await service.send("/metrics")).body.toString();
  assert.match(metrics, /^edge_cache_purged_total 1$/m);
});

test("what is no tag is refused, and what would be one is said", async (context) => {
  const service = await startTestService(context, { env });
  await service.get(activityOf("IN"));
  for (const tags of [[], ["region:south"], ["state:IN-TG", "a b"], Array(101).fill("pulse")]) {
    const reply = await purge(service, { tags });
    assert.equal(codeOf(reply), "BAD_USER_INPUT");
    assert.match(json(reply).errors[0].message, /no tag: there are pulse, dataset:|Name 1 to 100 tags/);
  }
  assert.deepEqual(await cacheStates(service, "IN"), ["HIT"]);
});

test("the caches in front are told of purges, and one that does not listen is named", async (context) => {
  const [one, other] = [await startFront(context), await startFront(context, [403])];
  const service = await startTestService(context, { env: { ...env, PURGE_URLS: `${one.url},${other.url}` } });
  const reply = await purge(service, { tags: ["state:IN-TG"], soft: false });
  assert.equal(codeOf(reply), "PURGE_FAILED");
  assert.ok(json(reply).errors[0].message.includes(`not in ${other.url}:`));
  const [told] = one.told;
  assert.equal(told!["surrogate-key"], "state:IN-TG state:IN");
  assert.equal(told!["soft-purge"], "0");
  const metrics = (await service.send("/metrics")).body.toString();
  assert.match(metrics, /^edge_cache_purge_failures_total 1$/m);
  assert.ok(service.lines.some(({ cache, status }) => cache === other.url && status === 403));
});

test("they are told of other data softly, again until they have taken it", async (context) => {
  const front = await startFront(context, [503, 200]);
  const service = await startTestService(context, { env: { PURGE_URLS: front.url } });
  await service.reloader.serve(tinyStore());
  await until(() => front.told.length === 2);
  for (const headers of front.told)
    assert.deepEqual([headers["surrogate-key"], headers["soft-purge"]], ["pulse", "1"]);
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { columnsOfRows, FIXTURE_ABOUT } from "../../data/activity/fixture.ts";
import { memoryStore } from "../../data/activity/memory-store.ts";
import { tinyGazetteer } from "../../schema/fixture.ts";
import { codeOf, graphPath, json, type Reply, slowStore, startTestService } from "../fixture.ts";
import { makeServer } from "../http/server.ts";

const ADMIN_KEYS = createHash("sha256").update("key").digest("hex");
const bearing = { "x-api-key": "key" };
const cacheOf = ({ headers }: Reply) => headers["x-cache"];
const turn = () => new Promise(setImmediate);

test("numbers beyond all bounds are told from null, as a variable and as a default", async (context) => {
  const service = await startTestService(context);
  const query = `query($f: Float = 1e400) {
    stats(groupBy: [STATE], having: [{ metric: ACTIVITY, gt: $f, gte: 0 }]) { totalGroups } }`;
  const ask = (variables: string) => service.get({ query, variables });
  for (let time = 0; time < 2; time++) {
    assert.equal(json(await ask("{}")).data.stats.totalGroups, 0);
    assert.equal(json(await ask('{"f":null}')).data.stats.totalGroups, 2);
    for (const endless of ['{"f":1e400}', '{"f":-1e400}'])
      assert.equal(codeOf(await ask(endless)), "BAD_USER_INPUT");
  }
});

test("of variables that do not fit, one mistake is told, in few words", async (context) => {
  const service = await startTestService(context);
  const unknown = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`x${at}`, 1]));
  const reply = await service.post({
    query: "query($c: ActivityFilter) { stats(where: $c) { totalGroups } }",
    variables: { c: unknown },
  });
  assert.deepEqual([reply.status, codeOf(reply)], [400, "BAD_USER_INPUT"]);
  assert.ok(reply.body.length < 3000);
  assert.match(
    json(reply).errors[0].message,
    /got invalid value .* … .*not defined by type "ActivityFilter"/s,
  );
});

test("variables nested too deep are refused, however they come", async (context) => {
  const service = await startTestService(context);
  const query = "query($c: ID!) { place(code: $c) { code } }";
  const variables = `{"c":${"[".repeat(800)}${"]".repeat(800)}}`;
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
  const replies = [
    await service.get({ query, variables }),
    await service.send("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    }),
  ];
  for (const reply of replies) {
    assert.deepEqual([reply.status, codeOf(reply)], [400, "BAD_USER_INPUT"]);
    assert.match(json(reply).errors[0].message, /at most 16 levels/);
  }
});

test("percent escapes that are no UTF-8, and a second question mark, are not passed over", async (context) => {
  const service = await startTestService(context);
  for (const address of [
    "/graphql?query=%7B%ff%7D",
    "/graphql?query=%zz",
    "/graphql??query={dataset{rows}}",
  ]) {
    const reply = await service.send(address);
    assert.deepEqual([reply.status, codeOf(reply)], [400, "BAD_USER_INPUT"], address);
  }
});

test("a soft purge while an answer is made anew makes it be made once more", async (context) => {
  const { store, calls, release } = slowStore();
  const service = await startTestService(context, { env: { ADMIN_KEYS } });
  const asked = { query: '{ place(code: "IN") { value(metric: ACTIVITY) } }' };
  const purge = () => service.post({ query: "mutation { purgeCache }" }, bearing);
  await service.get(asked);
  await purge();
  service.dataset.swap(store);
  assert.equal(cacheOf(await service.get(asked)), "STALE");
  await purge();
  release();
  for (let round = 0; round < 1000 && cacheOf(await service.get(asked)) !== "HIT"; round++) await turn();
  assert.equal(cacheOf(await service.get(asked)), "HIT");
  assert.equal(calls(), 2);
});

test("a pincode that reports in two states bears both", async (context) => {
  const gazetteer = tinyGazetteer();
  const row = (district: string) => ({
    pincode: "500001",
    district,
    date: 20_000,
    reports: 7,
    counts: [1, 2, 3, 4, 5, 6, 7],
  });
  const rows = columnsOfRows([row("IN-TG/hyderabad"), row("IN-TN/chennai")]);
  const service = await startTestService(context, { store: memoryStore(rows, gazetteer, FIXTURE_ABOUT) });
  const { headers } = await service.get({ query: '{ place(code: "500001") { value(metric: ACTIVITY) } }' });
  assert.match(String(headers["surrogate-key"]), / state:IN-TG state:IN-TN$/);
});

test("a mistake shared by many is told each by its place in their own text", async (context) => {
  const { store, calls, release } = slowStore();
  const service = await startTestService(context, { store });
  const query = `{ place(code: "IN") { value(metric: ACTIVITY)
    bad: value(metric: ACTIVITY, from: "2025-12-05", to: "2025-11-01") } }`;
  const [first, second] = [service.get({ query }), service.get({ query: `\n\n\n${query}` })];
  while (calls() === 0) await turn();
  release();
  const lines = [json(await first), json(await second)].map(({ errors }) => errors[0].locations[0].line);
  assert.deepEqual(lines, [2, 5]);
});

test("the version that a question names is judged however it is asked", async (context) => {
  const service = await startTestService(context, { env: { ADMIN_KEYS } });
  const asked = { query: "{ dataset { rows } }", extensions: { dataVersion: "x" } };
  for (const reply of [
    await service.get(asked),
    await service.get(asked, bearing),
    await service.post(asked),
  ])
    assert.deepEqual([reply.status, codeOf(reply)], [400, "BAD_USER_INPUT"]);
});

test("a purge by a long wrong tag is refused in few words", async (context) => {
  const service = await startTestService(context, { env: { ADMIN_KEYS } });
  const query = "mutation($tags: [String!]) { purgeCache(tags: $tags) }";
  const reply = await service.post({ query, variables: { tags: ["x".repeat(200_000)] } }, bearing);
  assert.equal(codeOf(reply), "BAD_USER_INPUT");
  assert.ok(reply.body.length < 1000);
});

test("what is sent beside the question takes no room that is not counted", async (context) => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const service = await startTestService(context, { env: { EDGE_CACHE_BYTES: String(2 << 20) } });
  const variables = JSON.stringify({ x: Array(850).fill([]) });
  const ask = async (from: number, to: number) => {
    for (let at = from; at < to; at++)
      assert.equal((await service.get({ query: `{ a${at}: __typename }`, variables })).status, 200);
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = await ask(0, 20);
  assert.ok((await ask(20, 620)) - before < 8 << 20);
});

test("nothing is written into an answer that is on its way", async (context) => {
  const server = makeServer((_, response) => {
    response.writeHead(200, { "Content-Length": "10" });
    response.write("first");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => server.close().closeAllConnections());
  const { port } = server.address() as { port: number };
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${graphPath({ query: "{ __typename }" })} HTTP/1.1\r\nHost: a\r\n\r\n`);
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
    if (answer.endsWith("first")) socket.write("garbage\r\n\r\n");
  });
  await once(socket, "close");
  assert.ok(answer.endsWith("first"), answer);
});

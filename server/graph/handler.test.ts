import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { tinyStore } from "../../schema/fixture.ts";
import { codeOf, graphPath, json, slowStore, startTestService, type TestService } from "../fixture.ts";

const SLOW = '{ place(code: "IN") { value(metric: ACTIVITY) } }';
const turn = () => new Promise(setImmediate);

describe("/graphql", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService(null);
  });
  after(() => service.stop());

  const bodies: [what: string, body: string, status: number][] = [
    ["nothing", "", 400],
    ["no JSON", '{ "query": ', 400],
    ["a list of operations", '[{"query":"{ dataset { rows } }"}]', 400],
    ["a string", '"{ dataset { rows } }"', 400],
    ["null", "null", 400],
    ["no query", '{"qeury":"{ dataset { rows } }"}', 400],
    ["an empty query", '{"query":""}', 400],
    ["a query that is no string", '{"query":1}', 400],
    ["variables that are a list", '{"query":"{ dataset { rows } }","variables":[1]}', 400],
    ["variables as text", '{"query":"{ dataset { rows } }","variables":"{}"}', 400],
    ["extensions that are a number", '{"query":"{ dataset { rows } }","extensions":1}', 400],
    ["an operation that is not there", '{"query":"query A { dataset { rows } }","operationName":"B"}', 400],
  ];
  for (const [what, body, status] of bodies) {
    test(`a body that is or has ${what} is ${status}, with a code`, async () => {
      const reply = await service.send("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      assert.deepEqual([reply.status, codeOf(reply)], [status, "BAD_USER_INPUT"]);
    });
  }

  test("parameters of an address are checked likewise", async () => {
    const bad = [
      {},
      { query: "" },
      { query: "{ dataset { rows } }", variables: "{" },
      { query: "{ dataset { rows } }", variables: "[1]" },
      { query: "{ dataset { rows } }", variables: "1" },
      { query: "{ dataset { rows } }", extensions: "x" },
    ];
    for (const params of bad) {
      const reply = await service.get(params);
      assert.deepEqual([reply.status, codeOf(reply)], [400, "BAD_USER_INPUT"], JSON.stringify(params));
    }
    const nulls = { query: "{ dataset { rows } }", variables: "null", extensions: "null", operationName: "" };
    assert.equal((await service.get(nulls)).status, 200);
  });

  test("only JSON in UTF-8 is read", async () => {
    const body = JSON.stringify({ query: "{ dataset { rows } }" });
    const post = (headers: Record<string, string>, sent: string | Buffer = body) =>
      service.send("/graphql", { method: "POST", headers, body: sent });
    for (const type of [
      "application/json",
      "Application/JSON; charset=UTF-8",
      'application/json;charset="utf-8"',
    ])
      assert.equal((await post({ "content-type": type })).status, 200, type);
    for (const type of [
      "text/plain",
      "application/graphql",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/json; charset=utf-16",
    ])
      assert.equal((await post({ "content-type": type })).status, 415, type);
    assert.equal((await post({})).status, 415);
    assert.equal(
      (await post({ "content-type": "application/json", "content-encoding": "gzip" })).status,
      415,
    );
    const latin1 = Buffer.from('{"query":"{ search(text: \\"caf\xe9\\") { score } }"}', "latin1");
    assert.equal((await post({ "content-type": "application/json" }, latin1)).status, 400);
  });

  test("a body over 1 MiB is 413, declared or not", async () => {
    const long = Buffer.alloc((1 << 20) + 1, " ");
    const headers = { "content-type": "application/json" };
    const declared = await service.send("/graphql", { method: "POST", headers, body: long });
    assert.equal(declared.status, 413);
    const chunked = await service.send("/graphql", {
      method: "POST",
      headers: { ...headers, "transfer-encoding": "chunked" },
      body: long,
    });
    assert.equal(chunked.status, 413);
    const most = `{"query":"{ dataset { rows } }"}`.padEnd(1 << 20);
    assert.equal((await service.send("/graphql", { method: "POST", headers, body: most })).status, 200);
  });

  test("other methods are 405, other media types 406", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const reply = await service.send("/graphql", { method });
      assert.deepEqual([reply.status, reply.headers.allow], [405, "GET, HEAD, POST"]);
    }
    assert.equal((await service.get({ query: "{ dataset { rows } }" }, { accept: "text/html" })).status, 406);
  });

  test("no other origin is let in", async () => {
    const headers = { origin: "https://elsewhere.example", "access-control-request-method": "POST" };
    for (const method of ["GET", "OPTIONS"]) {
      const reply = await service.send(graphPath({ query: "{ dataset { rows } }" }), { method, headers });
      const granted = Object.keys(reply.headers).filter((name) => name.startsWith("access-control-"));
      assert.deepEqual(granted, []);
    }
  });

  test("mistakes in variables tell what would be right", async () => {
    const query = "query ($level: PlaceLevel!) { places(level: $level) { totalCount } }";
    const accept = "application/graphql-response+json";
    const reply = await service.get({ query, variables: { level: "NOWHERE" } }, { accept });
    assert.deepEqual([reply.status, codeOf(reply)], [400, "BAD_USER_INPUT"]);
    assert.match(json(reply).errors[0].message, /PlaceLevel/);
  });
});

test("before data is loaded the graph is 503 and says when to come back", async (context) => {
  const service = await startTestService(context, { store: null });
  const reply = await service.get({ query: "{ dataset { rows } }" });
  assert.deepEqual([reply.status, codeOf(reply)], [503, "DATA_NOT_READY"]);
  assert.equal(reply.headers["retry-after"], "1");
});

test("a request out of time is 504, and its work is stopped", async (context) => {
  const { store, aborted } = slowStore();
  const service = await startTestService(context, { store, env: { REQUEST_TIMEOUT: "0.1" } });
  for (const reply of [await service.get({ query: SLOW }), await service.post({ query: SLOW })]) {
    assert.deepEqual([reply.status, codeOf(reply)], [504, "TIMEOUT"]);
    assert.equal(reply.headers["cache-control"], "no-store");
  }
  assert.equal(aborted(), 2);
});

test("work stops when its client has gone, but not while another waits for it", async (context) => {
  const { store, calls, aborted, release } = slowStore();
  const service = await startTestService(context, { store });
  const ask = (signal: AbortSignal, method = "GET") =>
    service.send(method === "GET" ? graphPath({ query: SLOW }) : "/graphql", {
      method,
      signal,
      headers: { "content-type": "application/json" },
      ...(method === "POST" ? { body: JSON.stringify({ query: SLOW }) } : {}),
    });
  const [one, other, poster] = [new AbortController(), new AbortController(), new AbortController()];
  const asked = [ask(one.signal), ask(other.signal), ask(poster.signal, "POST")];
  while (calls() < 2) await turn();
  poster.abort();
  await assert.rejects(asked[2]!);
  while (aborted() < 1) await turn();
  one.abort();
  await assert.rejects(asked[0]!);
  while (service.lines.filter(({ status }) => status === 499).length < 2) await turn();
  assert.equal(aborted(), 1);
  release();
  assert.equal((await asked[1]!).status, 200);
});

test("a mistake of ours is 500 with an errorId that the log has too, and nothing else", async (context) => {
  const real = tinyStore();
  const store = {
    ...real,
    values: () => Promise.reject(new Error("/srv/secret cannot be read")),
  };
  const service = await startTestService(context, { store });
  const reply = await service.get({ query: `{ dataset { rows } ${SLOW.slice(1, -1)} }` });
  const { message, extensions } = json(reply).errors[0];
  assert.equal(extensions.code, "INTERNAL_ERROR");
  assert.ok(!reply.body.toString().includes("secret") && !message.includes("secret"));
  assert.equal(reply.status, 200, "other fields are answered");
  const logged = service.lines.find(({ errorId }) => errorId === extensions.errorId);
  assert.match(JSON.stringify(logged), /\/srv\/secret cannot be read/);
  service.dataset.swap({
    ...real,
    dataset: {
      ...real.dataset,
      version: "v2",
      get rows(): never {
        throw new Error("secret");
      },
    },
  });
  const failed = await service.post({ query: "{ dataset { rows } }" });
  assert.deepEqual([failed.status, codeOf(failed)], [500, "INTERNAL_ERROR"]);
});

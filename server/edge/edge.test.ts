import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { tinyStore } from "../../schema/fixture.ts";
import { codeOf, json, type Reply, slowStore, startTestService, type TestService } from "../fixture.ts";

const QUERY = '{ place(code: "IN") { code name } }';
const LONG = "{ __schema { types { name description fields { name } } } }";
const ALWAYS = [
  "x-cache",
  "age",
  "x-data-version",
  "server-timing",
  "x-request-id",
  "cache-control",
  "vary",
  "date",
];

const cacheOf = ({ headers }: Reply) => headers["x-cache"];

describe("the edge cache", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService(null);
  });
  after(() => service.stop());

  test("a query is made once and then answered with the same bytes, however it is laid out", async () => {
    const first = await service.get({ query: QUERY });
    assert.equal(first.status, 200);
    assert.equal(cacheOf(first), "MISS");
    const layouts = [QUERY, `# India\n${QUERY.replaceAll(" ", "\n ,")}`, `query ${QUERY}`];
    for (const query of layouts) {
      const reply = await service.get({ query });
      assert.equal(cacheOf(reply), "HIT", query);
      assert.deepEqual(reply.body, first.body);
      assert.equal(reply.headers.etag, first.headers.etag);
    }
    assert.deepEqual(json(first).data, { place: { code: "IN", name: "India" } });
  });

  test("every answer tells where it came from, how old it is, of which dataset and whom it varies by", async () => {
    const replies = [
      await service.get({ query: "{ dataset { rows } }" }),
      await service.get({ query: "{ dataset { rows } }" }),
      await service.get({ query: "{ nonsense }" }),
      await service.get({ query: "{" }),
      await service.get({}),
      await service.get({ query: "mutation { __typename }" }),
      await service.post({ query: QUERY }),
      await service.get({ query: QUERY }, { accept: "image/png" }),
      await service.send("/graphql", { method: "PUT" }),
    ];
    for (const { headers } of replies) {
      for (const name of ALWAYS) assert.ok(headers[name] !== undefined, `${name} is missing`);
      assert.equal(headers.vary, "Accept, Accept-Encoding");
      assert.match(headers.age!, /^\d+$/);
      assert.equal(headers["x-data-version"], tinyStore().dataset.version);
    }
    assert.deepEqual(replies.map(cacheOf), ["MISS", "HIT", "MISS", ...Array(6).fill("BYPASS")]);
  });

  test("a good answer may be kept by others; the hint of its fields decides for how long", async () => {
    const control = async (query: string) => (await service.get({ query })).headers["cache-control"]!;
    assert.match(await control(QUERY), /^public, max-age=60, s-maxage=300, stale-while-revalidate=/);
    assert.match(await control("{ dataset { source } }"), /max-age=15\b/);
  });

  test("only a 200 with data and no errors is kept", async () => {
    const bad = [
      "{",
      "{ nonsense }",
      "{ places(level: STATE, first: 0) { totalCount } }",
      '{ place(code: "IN") { code } search(text: "", first: -1) { score } }',
    ];
    for (const query of bad) {
      for (let time = 0; time < 2; time++) {
        const reply = await service.get({ query });
        assert.notEqual(cacheOf(reply), "HIT", query);
        assert.equal(reply.headers["cache-control"], "no-store");
        assert.equal(reply.headers.etag, undefined);
        assert.ok(json(reply).errors.length > 0);
      }
    }
  });

  test("HEAD mirrors GET: the same headers, no body, the same entry", async () => {
    const query = "{ dataset { pincodes } }";
    const head = await service.get({ query }, {}, "HEAD");
    const get = await service.get({ query });
    assert.equal(cacheOf(head), "MISS");
    assert.equal(cacheOf(get), "HIT");
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    for (const name of ["content-type", "content-length", "etag", "cache-control", "vary"])
      assert.equal(head.headers[name], get.headers[name]);
    const condition = { "if-none-match": get.headers.etag! };
    assert.equal((await service.get({ query }, condition, "HEAD")).status, 304);
  });

  test("304 repeats what it must and has no body; also where the answer was made just now", async () => {
    const query = "{ dataset { districts } }";
    const { headers } = await service.get({ query });
    for (const condition of [headers.etag!, `W/${headers.etag}`, `"x", ${headers.etag}`, "*"]) {
      const reply = await service.get({ query }, { "if-none-match": condition });
      assert.equal(reply.status, 304, condition);
      assert.equal(reply.body.length, 0);
      for (const name of ["cache-control", "etag", "vary", "date"]) assert.ok(reply.headers[name]);
      assert.equal(reply.headers.etag, headers.etag);
      assert.equal(reply.headers["content-length"], undefined);
    }
    assert.equal((await service.get({ query }, { "if-none-match": '"x", x' })).status, 200);
    const made = await service.get({ query: "{ dataset { states } }" }, { "if-none-match": "*" });
    assert.deepEqual([made.status, cacheOf(made)], [304, "MISS"]);
  });

  test("a mistake is never answered 304", async () => {
    assert.equal((await service.get({ query: "{ nonsense }" }, { "if-none-match": "*" })).status, 200);
  });

  test("each encoding has its own bytes and tag, all of the same body", async () => {
    const plain = await service.get({ query: LONG });
    const br = await service.get({ query: LONG }, { "accept-encoding": "gzip, br" });
    const gzip = await service.get({ query: LONG }, { "accept-encoding": "gzip, br;q=0.1" });
    assert.deepEqual([plain, br, gzip].map(cacheOf), ["MISS", "HIT", "HIT"]);
    assert.deepEqual(
      [plain, br, gzip].map(({ headers }) => headers["content-encoding"]),
      [undefined, "br", "gzip"],
    );
    assert.deepEqual(brotliDecompressSync(br.body), plain.body);
    assert.deepEqual(gunzipSync(gzip.body), plain.body);
    assert.equal(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size, 3);
    const other = { "accept-encoding": "gzip", "if-none-match": br.headers.etag! };
    assert.equal((await service.get({ query: LONG }, other)).status, 200);
  });

  test("identity may be refused: a short answer is then compressed, and 406 says that nothing is left", async () => {
    const short = await service.get({ query: QUERY }, { "accept-encoding": "identity;q=0, br" });
    assert.equal(short.headers["content-encoding"], "br");
    assert.deepEqual(json({ ...short, body: brotliDecompressSync(short.body) }).data.place.code, "IN");
    assert.equal((await service.get({ query: QUERY }, { "accept-encoding": "*;q=0" })).status, 406);
    assert.equal((await service.post({ query: QUERY }, { "accept-encoding": "identity;q=0" })).status, 406);
  });

  test("the two media types are kept apart", async () => {
    const query = "{ dataset { from to } }";
    const types = ["application/json", "application/graphql-response+json"];
    for (const cache of ["MISS", "HIT"]) {
      for (const accept of types) {
        const reply = await service.get({ query }, { accept });
        assert.equal(cacheOf(reply), cache);
        assert.equal(reply.headers["content-type"], `${accept}; charset=utf-8`);
      }
    }
  });

  test("POST is neither kept nor answered from what is kept, nor 304", async () => {
    const { headers } = await service.get({ query: QUERY });
    const reply = await service.post({ query: QUERY }, { "if-none-match": headers.etag! });
    assert.deepEqual([reply.status, cacheOf(reply)], [200, "BYPASS"]);
    assert.equal(reply.headers["cache-control"], "no-store");
    const query = "{ dataset { publishedAt } }";
    await service.post({ query });
    assert.equal(cacheOf(await service.get({ query })), "MISS");
  });

  test("a long answer to POST is compressed", async () => {
    const reply = await service.post({ query: LONG }, { "accept-encoding": "br" });
    assert.equal(reply.headers["content-encoding"], "br");
    assert.ok(json({ ...reply, body: brotliDecompressSync(reply.body) }).data);
  });

  test("a mutation by GET is 405 and says what is allowed", async () => {
    const reply = await service.get({ query: "mutation { __typename }" });
    assert.deepEqual([reply.status, reply.headers.allow], [405, "POST"]);
    assert.equal(json(reply).errors[0].extensions.code, "METHOD_NOT_ALLOWED");
  });
});

describe("an answer whose question names the dataset's version", () => {
  const query = '{ place(code: "IN-TG") { value(metric: ACTIVITY) } }';
  const { version } = tinyStore().dataset;
  const naming = (dataVersion: unknown) => ({ query, extensions: { dataVersion } });

  test("may be kept for as long as there are caches; it shares the entry of the one that does not", async (context) => {
    const service = await startTestService(context);
    const usual = await service.get({ query });
    for (let time = 0; time < 2; time++) {
      const reply = await service.get(naming(version));
      assert.deepEqual([cacheOf(reply), reply.body], ["HIT", usual.body]);
      assert.equal(reply.headers.etag, usual.headers.etag);
      assert.match(reply.headers["cache-control"]!, /^public, max-age=86400, .*, immutable$/);
    }
    assert.match((await service.get({ query })).headers["cache-control"]!, /max-age=60,/);
  });

  test("is of the dataset served even where that is another, and then kept by nobody", async (context) => {
    const service = await startTestService(context);
    const other = { ...tinyStore(), dataset: { ...tinyStore().dataset, version: "fedcba9876543210" } };
    await service.get(naming(version));
    service.dataset.swap(other);
    for (let time = 0; time < 2; time++) {
      const reply = await service.get(naming(version));
      assert.equal(reply.status, 200);
      assert.equal(reply.headers["x-data-version"], "fedcba9876543210");
      assert.equal(reply.headers["cache-control"], "no-store");
      assert.equal(reply.headers["cdn-cache-control"], undefined);
    }
    assert.match((await service.get(naming("fedcba9876543210"))).headers["cache-control"]!, /immutable/);
  });

  test("is refused where that is no version", async (context) => {
    const service = await startTestService(context);
    for (const wrong of [5, "latest", version.toUpperCase(), [version]]) {
      const reply = await service.get(naming(wrong));
      assert.deepEqual([reply.status, codeOf(reply)], [400, "BAD_USER_INPUT"]);
    }
  });
});

test("If-Match is asked for anew each time and answered 412 where it does not hold", async (context) => {
  const service = await startTestService(context);
  const { headers } = await service.get({ query: QUERY });
  assert.equal((await service.get({ query: QUERY }, { "if-match": headers.etag! })).status, 200);
  const failed = await service.get({ query: QUERY }, { "if-match": '"another"' });
  assert.deepEqual([failed.status, codeOf(failed)], [412, "BAD_USER_INPUT"]);
  assert.equal(failed.headers["cache-control"], "no-store");
});

test("a hundred who ask at once cause one execution and get the same bytes", async (context) => {
  const { store, calls, release } = slowStore();
  const service = await startTestService(context, { store });
  const query = '{ place(code: "IN") { value(metric: ACTIVITY) } }';
  const asked = Array.from({ length: 100 }, (_, at) => service.get({ query: query + " ".repeat(at) }));
  while (calls() === 0) await new Promise(setImmediate);
  const last = service.get({ query });
  release();
  const replies = await Promise.all([...asked, last]);
  assert.equal(calls(), 1);
  assert.equal(new Set(replies.map(({ body }) => body.toString())).size, 1);
  assert.equal(typeof json(replies[0]!).data.place.value, "number");
});

test("a new dataset changes every key at once", async (context) => {
  const service = await startTestService(context);
  const query = "{ dataset { version } }";
  await service.get({ query });
  const store = tinyStore();
  service.dataset.swap({ ...store, dataset: { ...store.dataset, version: "fedcba9876543210" } });
  const reply = await service.get({ query });
  assert.equal(cacheOf(reply), "MISS");
  assert.equal(reply.headers["x-data-version"], "fedcba9876543210");
  assert.equal(json(reply).data.dataset.version, "fedcba9876543210");
});

test("a request keeps to the dataset it began with", async (context) => {
  const { store, calls, release } = slowStore();
  const service = await startTestService(context, { store });
  const asked = service.get({
    query: '{ place(code: "IN") { value(metric: ACTIVITY) } dataset { version } }',
  });
  while (calls() === 0) await new Promise(setImmediate);
  service.dataset.swap({ ...tinyStore(), dataset: { ...store.dataset, version: "fedcba9876543210" } });
  release();
  const reply = await asked;
  assert.equal(json(reply).data.dataset.version, store.dataset.version);
  assert.equal(reply.headers["x-data-version"], store.dataset.version);
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { codeOf, json, startTestService } from "../fixture.ts";
import { PersistedDocuments, type PersistedOptions } from "./persisted.ts";

const QUERY = "{ dataset { rows } }";
const OTHER = "{ dataset { version } }";
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const naming = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hash(text) } });
const params = (query: string | undefined, extensions?: Record<string, unknown>, documentId?: string) => ({
  query,
  documentId,
  extensions,
  operationName: undefined,
  variables: undefined,
});
const yes = () => true;
const persisted = (options: Partial<PersistedOptions> = {}) =>
  new PersistedDocuments({
    registered: new Map(),
    only: false,
    maxBytes: 1 << 20,
    maxDocumentBytes: 1 << 16,
    ...options,
  });
const registered = new Map([[hash(QUERY), { text: QUERY, operation: "Rows" }]]);
const identifier = (text: string) => `sha256:${hash(text)}`;

test("a document sent with its hash can be named from then on", () => {
  const documents = persisted();
  assert.throws(() => documents.resolve(params(undefined, naming(QUERY)), yes), {
    code: "PERSISTED_QUERY_NOT_FOUND",
    message: "PersistedQueryNotFound",
  });
  assert.equal(documents.resolve(params(QUERY, naming(QUERY)), yes)?.query, QUERY);
  assert.equal(documents.resolve(params(undefined, naming(QUERY)), yes)?.query, QUERY);
  const upper = { persistedQuery: { version: 1, sha256Hash: hash(QUERY).toUpperCase() } };
  assert.equal(documents.resolve(params(undefined, upper), yes)?.query, QUERY);
  assert.equal(documents.resolve(params(QUERY), yes)?.query, QUERY);
  assert.equal(documents.resolve(params(undefined), yes), undefined);
});

test("neither a wrong hash nor an unsound or overlong document is registered", () => {
  const documents = persisted({ maxDocumentBytes: 1 << 10 });
  const unknown = (text: string) =>
    assert.throws(() => documents.resolve(params(undefined, naming(text)), yes), {
      code: "PERSISTED_QUERY_NOT_FOUND",
    });
  assert.throws(() => documents.resolve(params(OTHER, naming(QUERY)), yes), {
    code: "PERSISTED_QUERY_MISMATCH",
  });
  unknown(QUERY);
  unknown(OTHER);
  assert.equal(documents.resolve(params(QUERY, naming(QUERY)), () => false)?.query, QUERY);
  unknown(QUERY);
  const long = QUERY.padEnd(1 << 10);
  assert.equal(documents.resolve(params(long, naming(long)), yes)?.query, long);
  unknown(long);
});

test("what is no hash is refused", () => {
  const documents = persisted();
  const bad = [
    1,
    "x",
    [],
    {},
    { version: 2, sha256Hash: hash(QUERY) },
    { version: 1, sha256Hash: "abc" },
    { version: 1, sha256Hash: 5 },
  ];
  for (const persistedQuery of bad)
    assert.throws(() => documents.resolve(params(QUERY, { persistedQuery }), yes), {
      code: "BAD_USER_INPUT",
    });
});

test("the store is bounded", () => {
  const documents = persisted({ maxBytes: 10_000 });
  for (let at = 0; at < 100; at++) documents.resolve(params(`${QUERY}#${at}`, naming(`${QUERY}#${at}`)), yes);
  assert.throws(() => documents.resolve(params(undefined, naming(`${QUERY}#0`)), yes));
  assert.equal(documents.resolve(params(undefined, naming(`${QUERY}#99`)), yes)?.query, `${QUERY}#99`);
});

test("over HTTP: unknown, registered, then named; each hash has its own answer", async (context) => {
  const service = await startTestService(context);
  const unknown = await service.get({ extensions: naming(QUERY) });
  assert.deepEqual([unknown.status, codeOf(unknown)], [200, "PERSISTED_QUERY_NOT_FOUND"]);
  assert.equal(json(unknown).errors[0].message, "PersistedQueryNotFound");
  assert.equal(unknown.headers["cache-control"], "no-store");
  assert.equal((await service.post({ query: QUERY, extensions: naming(QUERY) })).status, 200);
  assert.equal((await service.get({ query: OTHER, extensions: naming(OTHER) })).status, 200);
  const named = await Promise.all([QUERY, OTHER].map((text) => service.get({ extensions: naming(text) })));
  assert.deepEqual(
    named.map((reply) => Object.keys(json(reply).data.dataset)),
    [["rows"], ["version"]],
  );
  assert.equal(named[1]!.headers["x-cache"], "HIT", "a named document shares the entry of the one sent");
  const wrong = await service.get({ query: QUERY, extensions: naming(OTHER) });
  assert.deepEqual([wrong.status, codeOf(wrong)], [400, "PERSISTED_QUERY_MISMATCH"]);
});

test("a document may be named by documentId too, whichever way it was registered", () => {
  const documents = persisted();
  documents.resolve(params(QUERY, naming(QUERY)), yes);
  assert.equal(documents.resolve(params(undefined, undefined, identifier(QUERY)), yes)?.query, QUERY);
  assert.equal(documents.resolve(params(OTHER, undefined, identifier(OTHER)), yes)?.query, OTHER);
  assert.equal(documents.resolve(params(undefined, naming(OTHER)), yes)?.query, OTHER);
  assert.throws(() => documents.resolve(params(QUERY, undefined, identifier(OTHER)), yes), {
    code: "PERSISTED_QUERY_MISMATCH",
  });
  const wrong = ["x", hash(QUERY), `sha256:${hash(QUERY).toUpperCase()}`, "sha256:", `md5:${hash(QUERY)}`];
  for (const documentId of wrong)
    assert.throws(() => documents.resolve(params(undefined, undefined, documentId), yes), {
      code: "BAD_USER_INPUT",
      message: /sha256: and the 64/,
    });
  assert.throws(() => documents.resolve(params(undefined, naming(QUERY), identifier(OTHER)), yes), {
    code: "BAD_USER_INPUT",
    message: /name two documents/,
  });
});

test("registered documents are called by their operation, however they are asked", () => {
  const documents = persisted({ registered });
  const expected = { query: QUERY, label: "Rows" };
  assert.deepEqual(documents.resolve(params(QUERY), yes), expected);
  assert.deepEqual(documents.resolve(params(undefined, naming(QUERY)), yes), expected);
  assert.deepEqual(documents.resolve(params(undefined, undefined, identifier(QUERY)), yes), expected);
  assert.equal(documents.resolve(params(OTHER), yes)?.label, "adhoc");
});

test("whatever clients send, no registered document goes", () => {
  const documents = persisted({ registered, maxBytes: 10_000 });
  for (let at = 0; at < 1000; at++)
    documents.resolve(params(`${OTHER}#${at}`, naming(`${OTHER}#${at}`)), yes);
  assert.equal(documents.resolve(params(undefined, naming(QUERY)), yes)?.query, QUERY);
});

test("where registered documents alone are answered, no other is, but for those who administer", () => {
  const documents = persisted({ registered, only: true });
  assert.equal(documents.resolve(params(QUERY), yes)?.query, QUERY);
  assert.equal(documents.resolve(params(undefined, undefined, identifier(QUERY)), yes)?.query, QUERY);
  for (const asked of [params(OTHER), params(OTHER, naming(OTHER))])
    assert.throws(() => documents.resolve(asked, yes), { code: "PERSISTED_ONLY" });
  assert.equal(documents.resolve(params(OTHER, naming(OTHER)), yes, true)?.query, OTHER);
  assert.throws(() => documents.resolve(params(undefined, naming(OTHER)), yes), {
    code: "PERSISTED_QUERY_NOT_FOUND",
  });
});

test("over HTTP: a manifest's documents are answered and counted by name, others refused", async (context) => {
  const folder = await mkdtemp(join(tmpdir(), "pulse-manifest-"));
  context.after(() => rm(folder, { recursive: true }));
  const query = "query Rows { dataset { rows } }";
  const manifest = join(folder, "documents.json");
  await writeFile(manifest, JSON.stringify({ [hash(query)]: query }));
  const env = { PERSISTED_ONLY: "true", PERSISTED_DOCUMENTS: manifest };
  const service = await startTestService(context, { env });
  const named = await service.get({ documentId: identifier(query) });
  assert.equal(named.status, 200);
  assert.equal(
    (await service.post({ documentId: identifier(query) })).body.toString(),
    named.body.toString(),
  );
  assert.equal((await service.get({ extensions: naming(query) })).headers["x-cache"], "HIT");
  const refused = [await service.get({ query: OTHER }), await service.post({ query: OTHER })];
  assert.deepEqual(
    refused.map((reply) => [reply.status, codeOf(reply)]),
    [
      [400, "PERSISTED_ONLY"],
      [400, "PERSISTED_ONLY"],
    ],
  );
  const metrics = (await service.send("/metrics")).body.toString();
  assert.match(metrics, /graph_requests_total\{operation="Rows",cache="MISS"\} 1/);
  assert.match(metrics, /graph_requests_total\{operation="Rows",cache="HIT"\} 1/);
  assert.match(metrics, /graph_requests_total\{operation="Rows",cache="BYPASS"\} 1/);
});

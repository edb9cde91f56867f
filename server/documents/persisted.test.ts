import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { codeOf, json, startTestService } from "../fixture.ts";
import { PersistedDocuments } from "./persisted.ts";

const QUERY = "{ dataset { rows } }";
const OTHER = "{ dataset { version } }";
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const naming = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hash(text) } });
const params = (query: string | undefined, extensions?: Record<string, unknown>) => ({
  query,
  extensions,
  operationName: undefined,
  variables: undefined,
});
const yes = () => true;

test("a document sent with its hash can be named from then on", () => {
  const documents = new PersistedDocuments(1 << 20, 1 << 16);
  assert.throws(() => documents.resolve(params(undefined, naming(QUERY)), yes), {
    code: "PERSISTED_QUERY_NOT_FOUND",
    message: "PersistedQueryNotFound",
  });
  assert.equal(documents.resolve(params(QUERY, naming(QUERY)), yes), QUERY);
  assert.equal(documents.resolve(params(undefined, naming(QUERY)), yes), QUERY);
  const upper = { persistedQuery: { version: 1, sha256Hash: hash(QUERY).toUpperCase() } };
  assert.equal(documents.resolve(params(undefined, upper), yes), QUERY);
  assert.equal(documents.resolve(params(QUERY), yes), QUERY);
  assert.equal(documents.resolve(params(undefined), yes), undefined);
});

test("neither a wrong hash nor an unsound or overlong document is registered", () => {
  const documents = new PersistedDocuments(1 << 20, 1 << 10);
  const unknown = (text: string) =>
    assert.throws(() => documents.resolve(params(undefined, naming(text)), yes), {
      code: "PERSISTED_QUERY_NOT_FOUND",
    });
  assert.throws(() => documents.resolve(params(OTHER, naming(QUERY)), yes), {
    code: "PERSISTED_QUERY_MISMATCH",
  });
  unknown(QUERY);
  unknown(OTHER);
  assert.equal(
    documents.resolve(params(QUERY, naming(QUERY)), () => false),
    QUERY,
  );
  unknown(QUERY);
  const long = QUERY.padEnd(1 << 10);
  assert.equal(documents.resolve(params(long, naming(long)), yes), long);
  unknown(long);
});

test("what is no hash is refused", () => {
  const documents = new PersistedDocuments(1 << 20, 1 << 16);
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
  const documents = new PersistedDocuments(10_000, 1 << 16);
  for (let at = 0; at < 100; at++) documents.resolve(params(`${QUERY}#${at}`, naming(`${QUERY}#${at}`)), yes);
  assert.throws(() => documents.resolve(params(undefined, naming(`${QUERY}#0`)), yes));
  assert.equal(documents.resolve(params(undefined, naming(`${QUERY}#99`)), yes), `${QUERY}#99`);
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

import assert from "node:assert/strict";
import { test } from "node:test";
import { GraphQLError, parse, validate } from "graphql";
import { Fault } from "../data/fault.ts";
import { errorMask, showError } from "./errors.ts";
import { ask, tinyStore } from "./fixture.ts";
import { schema } from "./schema.ts";

const store = tinyStore();

const unlogged = (): never => {
  throw new Error("a mistake of the caller must not be logged");
};

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const shown = (error: unknown) => showError(error, unlogged);

async function firstError(source: string, variables = {}): Promise<GraphQLError> {
  return (await ask(store, source, variables)).errors![0]!;
}

test("a Fault shows its message, code and details, also where GraphQL has wrapped it", async () => {
  const fault = new Fault("NOT_FOUND", "No such place.", { nearest: ["Pune"] });
  const expected = { message: "No such place.", extensions: { code: "NOT_FOUND", nearest: ["Pune"] } };
  assert.deepEqual(shown(fault), expected);
  assert.deepEqual(
    shown(new GraphQLError(fault.message, { originalError: fault, path: ["place"] })),
    expected,
  );
});

test("each mistake of a caller has its code", async () => {
  const codeOf = (error: unknown) => shown(error).extensions.code;
  assert.equal(codeOf(caught(() => parse("{ dataset {"))), "GRAPHQL_PARSE_FAILED");
  assert.equal(codeOf(validate(schema, parse("{ nonsense }"))[0]), "GRAPHQL_VALIDATION_FAILED");
  assert.equal(
    codeOf(validate(schema, parse("{ place(code: $c) { code } }"))[0]),
    "GRAPHQL_VALIDATION_FAILED",
  );
  const typed = "query ($n: Int!) { places(level: STATE, first: $n) { totalCount } }";
  assert.equal(codeOf(await firstError(typed)), "BAD_USER_INPUT");
  assert.equal(codeOf(await firstError(typed, { n: "many" })), "BAD_USER_INPUT");
  assert.equal(codeOf(await firstError(typed, { n: null })), "BAD_USER_INPUT");
  const dated = `query ($d: Date) { map(level: STATE, from: $d) { codes } }`;
  assert.equal(codeOf(await firstError(dated, { d: "soon" })), "BAD_USER_INPUT");
  assert.equal(codeOf(await firstError(`{ map(level: STATE, from: "soon") { codes } }`)), "BAD_USER_INPUT");
  const nulled = `query ($m: Metric = ACTIVITY) { place(code: "IN") { value(metric: $m) } }`;
  assert.equal(codeOf(await firstError(nulled, { m: null })), "BAD_USER_INPUT");
  assert.equal(
    codeOf(await firstError("query a { dataset { rows } } query b { dataset { rows } }")),
    "BAD_USER_INPUT",
  );
});

test("a code that stands already is kept", () => {
  const refused = new GraphQLError("Too costly.", { extensions: { code: "COST_LIMIT", cost: 5, limit: 1 } });
  assert.deepEqual(shown(refused).extensions, { code: "COST_LIMIT", cost: 5, limit: 1 });
});

test("an error of ours is logged whole and shown as an id only", async () => {
  const broken = { ...store, values: () => Promise.reject(new Error("/srv/data: cannot read")) };
  const wrapped = (await ask(broken, `{ place(code: "IN") { value(metric: ACTIVITY) } }`)).errors![0]!;
  for (const error of [wrapped, new TypeError("x is undefined"), "text", null, undefined]) {
    const log: unknown[][] = [];
    const { message, extensions } = showError(error, (...entry) => log.push(entry));
    assert.equal(extensions.code, "INTERNAL_ERROR");
    assert.match(String(extensions.errorId), /^[0-9a-f-]{36}$/);
    assert.deepEqual(log, [[extensions.errorId, error]]);
    assert.ok(!JSON.stringify([message, extensions]).includes("/srv"));
  }
});

test("a value that the schema cannot serialise is our error, not the caller's", async () => {
  const odd = { ...store, dataset: { ...store.dataset, rows: 1.5 } };
  const { errors } = await ask(odd, "{ dataset { rows } }");
  assert.equal(showError(errors![0], () => {}).extensions.code, "INTERNAL_ERROR");
});

test("a request out of time says so", async () => {
  const late = { ...store, values: () => Promise.reject(new DOMException("late", "TimeoutError")) };
  const { errors } = await ask(late, `{ place(code: "IN") { value(metric: ACTIVITY) } }`);
  assert.equal(shown(errors![0]).extensions.code, "TIMEOUT");
});

test("the mask keeps an error's place and HTTP status, and nothing beneath it", async () => {
  const mask = errorMask(() => {});
  const error = await firstError(`{ places(level: STATE, first: 0) { totalCount } }`);
  const masked = mask(error);
  assert.deepEqual(masked.path, ["places"]);
  assert.deepEqual(masked.locations, error.locations);
  assert.equal(masked.originalError, undefined);
  const refused = mask(new GraphQLError("No.", { extensions: { http: { status: 400 } } }));
  assert.deepEqual(refused.extensions.http, { status: 400 });
  assert.equal(mask(new Error("secret")).message.includes("secret"), false);
});

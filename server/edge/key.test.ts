import assert from "node:assert/strict";
import { test } from "node:test";
import { Documents } from "../documents/document.ts";
import { keyOf, operationNamed } from "./key.ts";

const documents = new Documents(1 << 20);

function key(query: string, variables = {}, name?: string, version = "v1"): string {
  const document = documents.read(query);
  assert.ok(document, `${query} should be a document`);
  const operation = operationNamed(document, name);
  assert.ok(operation, `${name} should be an operation`);
  return keyOf({ version, mediaType: "application/json", document, operation, variables });
}

const PLACES =
  "query P($first: Int = 50, $level: PlaceLevel!) { places(level: $level, first: $first) { totalCount } }";

test("layout, comments and commas make no difference", () => {
  const laidOut = `# places
    query P(
      $first: Int = 50, $level: PlaceLevel!,
    ) { places(level: $level, first: $first) { totalCount, } }`;
  assert.equal(key(laidOut, { level: "STATE" }), key(PLACES, { level: "STATE" }));
});

test("the order of variables, a default spelt out and undeclared variables make no difference", () => {
  const expected = key(PLACES, { level: "STATE" });
  assert.equal(key(PLACES, { level: "STATE", first: 50 }), expected);
  assert.equal(key(PLACES, { first: 50, level: "STATE", clock: 12345 }), expected);
});

test("the only operation may be named or not", () => {
  assert.equal(key(PLACES, { level: "STATE" }, "P"), key(PLACES, { level: "STATE" }));
});

test("what changes the answer changes the key", () => {
  const two = "query A { dataset { rows } } query B { dataset { version } }";
  const keys = [
    key(PLACES, { level: "STATE" }),
    key(PLACES, { level: "DISTRICT" }),
    key(PLACES, { level: "STATE", first: 51 }),
    key(PLACES, { level: "STATE", first: null }),
    key(PLACES, { level: "STATE" }, "P", "v2"),
    key(PLACES.replace("= 50", "= 51"), { level: "STATE" }),
    key(two, {}, "A"),
    key(two, {}, "B"),
    key('{ place(code: "a b") { code } }'),
    key('{ place(code: "a  b") { code } }'),
  ];
  assert.equal(new Set(keys).size, keys.length);
});

test("which operation runs must be decided", () => {
  const two = documents.read("query A { dataset { rows } } query B { dataset { rows } }")!;
  assert.equal(operationNamed(two, undefined), undefined);
  assert.equal(operationNamed(two, "C"), undefined);
  assert.equal(
    operationNamed(documents.read("fragment f on Query { dataset { rows } }")!, undefined),
    undefined,
  );
});

test("what is no document has no normal form", () => {
  for (const text of ["", "{", "query { a: }", `{ ${"a ".repeat(3000)} }`])
    assert.equal(documents.read(text), null);
});

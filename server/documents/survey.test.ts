import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "graphql";
import { schema } from "../../schema/schema.ts";
import { type Hints, hintOf } from "./hints.ts";

const hints: Hints = {
  Dataset: { maxAge: 15 },
  "Dataset.quality": { maxAge: 5 },
  "Query.search": { scope: "PRIVATE" },
};
const hint = (source: string) => hintOf(parse(source), schema, hints);

test("the lowest of a document's hints wins, by field and by type", () => {
  const usual = hint('{ place(code: "IN") { code } }');
  assert.equal(usual.scope, "PUBLIC");
  assert.ok(usual.maxAge > 15);
  assert.equal(hint('{ place(code: "IN") { code } dataset { rows } }').maxAge, 15);
  assert.equal(hint("{ dataset { rows quality { rowsRead } } }").maxAge, 5);
  assert.equal(hint("{ ...f } fragment f on Query { dataset { quality { rowsRead } } }").maxAge, 5);
});

test("one private field makes the answer private", () => {
  assert.equal(hint('{ dataset { rows } search(text: "a") { score } }').scope, "PRIVATE");
});

test("fields the schema does not know have no hint", () => {
  assert.deepEqual(hint("{ nothing { here } }"), hint('{ place(code: "IN") { code } }'));
});

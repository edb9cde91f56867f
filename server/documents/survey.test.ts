import assert from "node:assert/strict";
import { test } from "node:test";
import { extendSchema, parse } from "graphql";
import { cached } from "../../schema/cache-hint.ts";
import { schema } from "../../schema/schema.ts";
import { surveyOf } from "./survey.ts";

/** The real schema with hints of other kinds on some fields; extending it copies it. */
function hinted() {
  const copy = extendSchema(schema, parse("extend type Query { nothing: Int }"));
  const fields = copy.getQueryType()!.getFields();
  Object.assign(copy.getType("DatasetQuality")!, cached({ maxAge: 5 }));
  Object.assign(fields.search!, cached({ scope: "PRIVATE" }));
  Object.assign(fields.map!, cached({ maxAge: 3600 }));
  return copy;
}

const graph = hinted();
const hint = (source: string) => surveyOf(parse(source), graph).hint;
const PLACE = '{ place(code: "IN") { code } }';

test("the lowest of a document's hints wins, by field and by type", () => {
  assert.deepEqual(hint(PLACE), { maxAge: 60, scope: "PUBLIC" });
  assert.equal(hint('{ place(code: "IN") { code } dataset { rows } }').maxAge, 15);
  assert.equal(hint("{ dataset { rows quality { rowsRead } } }").maxAge, 5);
  assert.equal(hint("{ ...f } fragment f on Query { dataset { quality { rowsRead } } }").maxAge, 5);
});

test("a field may be kept longer than usual, alone; the schema is", () => {
  assert.equal(hint("{ map { codes } }").maxAge, 3600);
  assert.equal(hint('{ map { codes } place(code: "IN") { code } }').maxAge, 60);
  assert.equal(hint("{ __schema { types { name } } }").maxAge, 600);
  assert.equal(hint('{ __type(name: "Place") { name } dataset { rows } }').maxAge, 15);
  assert.equal(hint("{ __typename }").maxAge, 60);
});

test("one private field makes the answer private", () => {
  assert.equal(hint('{ dataset { rows } search(text: "a") { score } }').scope, "PRIVATE");
});

test("fields the schema does not know have no hint", () => {
  assert.deepEqual(hint("{ nonsense { here } }"), { maxAge: 60, scope: "PUBLIC" });
});

test("names the types that a document reaches, through fragments too", () => {
  const types = (source: string) => surveyOf(parse(source)).types;
  assert.deepEqual(types(PLACE), ["Place"]);
  assert.deepEqual(types('{ place(code: "1") { ... on Pincode { neighbours { code } } } }'), [
    "Pincode",
    "Place",
  ]);
  assert.deepEqual(types("{ ...f } fragment f on Query { dataset { quality { rowsRead } } }"), [
    "Dataset",
    "DatasetQuality",
  ]);
  assert.deepEqual(types("{ __schema { types { name } } __typename }"), []);
});

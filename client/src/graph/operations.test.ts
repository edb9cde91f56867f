import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { buildSchema, type DocumentNode, print, validate } from "graphql";
import * as operations from "./operations.ts";

const schema = buildSchema(readFileSync(new URL("../../../schema/schema.graphql", import.meta.url), "utf8"));

for (const [name, document] of Object.entries(operations)) {
  test(`${name} is a query of the printed schema`, () => {
    assert.deepEqual(
      validate(schema, document as unknown as DocumentNode).map(({ message }) => message),
      [],
    );
  });
}

test("the points carry no value, the values no coordinate: each is fetched once", () => {
  assert.doesNotMatch(print(operations.PointsQuery as unknown as DocumentNode), /value|\$/);
  assert.doesNotMatch(print(operations.ValuesQuery as unknown as DocumentNode), /itude|codes/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { requestIdOf } from "./request-id.ts";

test("a short and safe id is kept, any other replaced", () => {
  for (const id of ["a", "abc-123_X.9", "x".repeat(64)]) assert.equal(requestIdOf(id), id);
  for (const id of ["", "x".repeat(65), "a b", 'a"b', "<script>", "ä", "a,b", ["a"], undefined])
    assert.match(requestIdOf(id), /^[\w-]{12}-[0-9a-z]+$/);
  assert.notEqual(requestIdOf(undefined), requestIdOf(undefined));
});

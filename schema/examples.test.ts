import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "graphql";
import { COST_LIMIT, estimateCost } from "./cost.ts";
import { EXAMPLES } from "./examples.ts";
import { answer, tinyStore } from "./fixture.ts";

const store = tinyStore();

/** Every leaf of an answer that holds something. */
function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (value !== null && typeof value === "object") return Object.values(value).flatMap(leaves);
  return value === null ? [] : [value];
}

test("there are six examples, each with a title and a line of its own", () => {
  assert.equal(EXAMPLES.length, 6);
  assert.equal(new Set(EXAMPLES.map(({ title }) => title)).size, 6);
  for (const { title, explanation } of EXAMPLES)
    assert.ok(title.length > 0 && explanation.length > title.length);
});

for (const { title, query, variables } of EXAMPLES) {
  test(`the example "${title}" answers, well under the cost limit`, async () => {
    const data = await answer(store, query, variables);
    assert.ok(leaves(data).length >= 8, JSON.stringify(data));
    assert.ok(estimateCost(parse(query), null, variables).cost < COST_LIMIT / 4);
  });
}

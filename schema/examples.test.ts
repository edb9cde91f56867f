import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, validate } from "graphql";
import { COST_LIMIT, estimateCost } from "./cost.ts";
import { EXAMPLES } from "./examples.ts";
import { schema } from "./schema.ts";

test("there are twelve examples, each with a title and a line of its own", () => {
  assert.equal(EXAMPLES.length, 12);
  assert.equal(new Set(EXAMPLES.map(({ title }) => title)).size, 12);
  for (const { title, explanation } of EXAMPLES)
    assert.ok(title.length > 0 && explanation.length > title.length);
});

for (const { title, query, variables } of EXAMPLES) {
  test(`the example "${title}" is sound, and well under the cost limit`, () => {
    assert.deepEqual(validate(schema, parse(query)), []);
    const { cost } = estimateCost(parse(query), null, variables);
    assert.ok(cost > 0 && cost < COST_LIMIT / 4, String(cost));
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { tinyStore } from "../../schema/fixture.ts";
import { startTestService } from "../fixture.ts";

const tagsAsked = [
  ["{ dataset { rows } }", ""],
  ['{ place(code: "IN") { name } }', ""],
  ['{ place(code: "IN") { value(metric: ACTIVITY) } }', "state:IN"],
  ['{ place(code: "IN-TG") { value(metric: ACTIVITY) } }', "state:IN-TG"],
  ['{ place(code: "IN-TG/medak") { series(metric: ACTIVITY) { value } } }', "state:IN-TG"],
  ['{ place(code: "IN-TG/medak") { calendar(metric: ACTIVITY) { reportDays } } }', "state:IN-TG"],
  ['{ place(code: "500001") { value(metric: ACTIVITY) } }', "state:IN-TG"],
  ["{ stats(groupBy: [STATE]) { totalGroups } }", "state:IN"],
  ['{ stats(where: { places: ["IN-TG"] }, groupBy: [DISTRICT]) { totalGroups } }', "state:IN-TG"],
  [
    '{ a: place(code: "IN-TG") { value(metric: ACTIVITY) } b: place(code: "IN-TN") { value(metric: ACTIVITY) } }',
    "state:IN-TG state:IN-TN",
  ],
] as const;

test("an answer is tagged with the states whose counts it was made of", async (context) => {
  const service = await startTestService(context);
  for (const [query, states] of tagsAsked) {
    const { status, headers } = await service.get({ query });
    assert.equal(status, 200, query);
    const tags = String(headers["surrogate-key"]).split(" ");
    assert.equal(tags.filter((tag) => tag.startsWith("state:")).join(" "), states, query);
    assert.deepEqual(tags.slice(0, 2), ["pulse", `dataset:${tinyStore().dataset.version}`]);
    assert.deepEqual(String(headers["cache-tag"]).split(","), tags);
  }
});

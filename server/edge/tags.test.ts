import assert from "node:assert/strict";
import { test } from "node:test";
import { isTag, reachOf, tagHeaders, tagsOf } from "./tags.ts";

const about = { version: "0123456789abcdef", types: ["Place", "Stats"] };

test("an answer bears its dataset, the types it reaches and the states whose counts it holds", () => {
  const tags = tagsOf({ ...about, states: ["IN-MH", "IN-GA"] });
  assert.deepEqual(tags, [
    "pulse",
    "dataset:0123456789abcdef",
    "type:Place",
    "type:Stats",
    "state:IN-GA",
    "state:IN-MH",
  ]);
  assert.ok(tags.every(isTag));
  assert.deepEqual(tagHeaders(tags.slice(0, 2)), [
    "Surrogate-Key",
    "pulse dataset:0123456789abcdef",
    "Cache-Tag",
    "pulse,dataset:0123456789abcdef",
  ]);
});

test("counts of the country hold those of every state: a purge of one reaches them", () => {
  assert.deepEqual(tagsOf({ ...about, types: [], states: ["IN-MH", "IN"] }).slice(2), ["state:IN"]);
  assert.deepEqual([...reachOf(["state:IN-MH"])], ["state:IN-MH", "state:IN"]);
  assert.deepEqual([...reachOf(["type:Place"])], ["type:Place"]);
});

test("what no answer can bear is no tag", () => {
  for (const tag of ["", "a b", "state:", "region:south", "pulse,x", "type:Pläce", "state:IN-MH\n", "*"])
    assert.equal(isTag(tag), false, tag);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { romanise } from "./romanise.ts";
import { skeletonOf, soften } from "./skeleton.ts";

test("Devanagari is written as Hindi speakers type it", () => {
  const expected = {
    दिल्ली: "dilli",
    लखनऊ: "lakhnau",
    पटना: "patna",
    बिहार: "bihar",
    कानपुर: "kanpur",
    मुंबई: "munbai",
    गाज़ियाबाद: "gaziyabad",
    छत्तीसगढ़: "chhattisgarh",
    "११००": "1100",
  };
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((word) => [word, romanise(word)])), expected);
});

test("habits of spelling and sounds written either way fall together", () => {
  for (const [a, b] of [
    ["kannoor", "kanur"],
    ["vaishaali", "vaishali"],
    ["muzaffarpur", "mujafarpur"],
  ])
    assert.equal(soften(a!), soften(b!));
  for (const [a, b] of [
    ["lakhnau", "lucknow"],
    ["vadodra", "baroda"],
    ["haidarabad", "hyderabad"],
  ])
    assert.equal(skeletonOf(a!) === skeletonOf(b!), a !== "vadodra", `${a} ${b}`);
  assert.notEqual(skeletonOf("pune"), skeletonOf("patna"));
  assert.equal(skeletonOf("12"), "");
});

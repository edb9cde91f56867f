import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "graphql";
import { costHint } from "./cost-hint.ts";

test("names the arguments that the operation uses, and only those", () => {
  assert.equal(costHint(parse("{ stats(first: 9) { totalGroups } }")), "Lower `first`.");
  assert.equal(
    costHint(parse('{ stats(bucket: DAY, where: { from: "2025-01-01" }) { totalGroups } }')),
    "Take a coarser `bucket`, move `from` and `to` closer together.",
  );
  assert.match(costHint(parse("{ map(level: PINCODE) { codes } }")), /^Ask for a wider `level`\.$/);
  assert.match(costHint(parse("{ dataset { version } }")), /^Page with `first`/);
});

import assert from "node:assert/strict";
import test from "node:test";
import { mendsAsCsv } from "./explain.ts";
import { splitFields } from "./fields.ts";

test("cells are quoted where they must be, and no formula", () => {
  const mends = ["=1+1", "+a", "-b", "@c", "\td", "e,f", 'g"h', "plain"].map((state) => ({
    state,
    district: "Pune",
    pincode: "411001",
    place: null,
    step: "UNKNOWN_STATE" as const,
    rows: 2,
  }));
  const [header, ...lines] = [...mendsAsCsv(mends)];
  assert.equal(header, "state,district,pincode,place,step,rows\n");
  assert.deepEqual(
    lines.map((line) => splitFields(line.trimEnd())![0]),
    ["'=1+1", "'+a", "'-b", "'@c", "'\td", "e,f", 'g"h', "plain"],
  );
  assert.equal(lines.at(-1), "plain,Pune,411001,,UNKNOWN_STATE,2\n");
});

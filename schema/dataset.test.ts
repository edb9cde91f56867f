import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, tinyStore } from "./fixture.ts";

test("the dataset says what is served, from where, and of what quality", async () => {
  const data = await answer(
    tinyStore(),
    `{ dataset { version source rows pincodes districts states from to publishedAt
        quality { rowsRead rowsKept duplicates rejected reasons { code rows example } renamedStates renamedDistricts missingDates } } }`,
  );
  assert.deepEqual(data.dataset, {
    version: "0123456789abcdef",
    source: "OFFICIAL",
    rows: 7,
    pincodes: 5,
    districts: 3,
    states: 2,
    from: "2025-11-30",
    to: "2025-12-04",
    publishedAt: "2026-01-04T00:00:00.000Z",
    quality: {
      rowsRead: 9,
      rowsKept: 7,
      duplicates: 1,
      rejected: 1,
      reasons: [
        { code: "BAD_DATE", rows: 1, example: "enrolment.csv:9: 31-02-2025,Telangana,Medak,502110,1,0,0" },
      ],
      renamedStates: 0,
      renamedDistricts: 0,
      missingDates: ["2025-12-03"],
    },
  });
});

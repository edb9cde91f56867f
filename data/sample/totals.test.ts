import assert from "node:assert/strict";
import { test } from "node:test";
import { stateMonths } from "./totals.ts";

// Rows whose state could not be told are in the publication but in no state.
test("36 states, nine months of 2025, and all but a few of the persons published", () => {
  const totals = stateMonths();
  assert.equal(new Set(totals.map(({ state }) => state)).size, 36);
  assert.deepEqual([...new Set(totals.map(({ month }) => month))], [3, 4, 5, 6, 7, 9, 10, 11, 12]);
  assert.equal(totals.length, 36 * 9);
  const national = [0, 1, 2, 3, 4, 5, 6].map((count) =>
    totals.reduce((sum, { counts }) => sum + counts[count]!, 0),
  );
  const published = [3546965, 1720384, 168353, 4863424, 44431763, 34226855, 35536240];
  national.forEach((sum, count) => {
    const share = sum / published[count]!;
    assert.ok(share > 0.998 && share <= 1, `count ${count}: ${sum} of ${published[count]}`);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatDay, parseDay } from "../day.ts";
import { bucketEdges } from "./bucket.ts";

const edges = (from: string, to: string, grain: Parameters<typeof bucketEdges>[1]) =>
  bucketEdges({ from: parseDay(from)!, to: parseDay(to)! }, grain).map(formatDay);

test("buckets are clipped to the range and start where the calendar says", () => {
  assert.deepEqual(edges("2025-12-30", "2026-01-01", "DAY"), [
    "2025-12-30",
    "2025-12-31",
    "2026-01-01",
    "2026-01-02",
  ]);
  assert.deepEqual(edges("2025-12-30", "2026-01-13", "WEEK"), [
    "2025-12-30",
    "2026-01-05",
    "2026-01-12",
    "2026-01-14",
  ]);
  assert.deepEqual(edges("2024-02-10", "2024-03-31", "MONTH"), ["2024-02-10", "2024-03-01", "2024-04-01"]);
  assert.deepEqual(edges("2025-05-05", "2026-01-01", "QUARTER"), [
    "2025-05-05",
    "2025-07-01",
    "2025-10-01",
    "2026-01-01",
    "2026-01-02",
  ]);
  assert.deepEqual(edges("2025-05-05", "2026-01-01", "YEAR"), ["2025-05-05", "2026-01-01", "2026-01-02"]);
  assert.deepEqual(edges("2025-05-05", "2026-01-01", null), ["2025-05-05", "2026-01-02"]);
});

test("an empty range has no bucket", () => {
  assert.equal(edges("2025-05-05", "2025-05-04", "DAY").length, 1);
});

test("weeks start on Mondays, months on the 1st; every day lies in exactly one bucket", () => {
  const grain = fc.constantFrom("DAY", "WEEK", "MONTH", "QUARTER", "YEAR");
  fc.assert(
    fc.property(fc.nat(40_000), fc.nat(900), grain, (from, length, bucket) => {
      const found = bucketEdges({ from, to: from + length }, bucket);
      assert.equal(found[0], from);
      assert.equal(found.at(-1), from + length + 1);
      for (const [at, edge] of found.slice(1, -1).entries()) {
        assert.ok(edge > found[at]!);
        const date = new Date(edge * 86_400_000);
        if (bucket === "WEEK") assert.equal(date.getUTCDay(), 1);
        if (bucket === "MONTH" || bucket === "QUARTER" || bucket === "YEAR")
          assert.equal(date.getUTCDate(), 1);
        if (bucket === "QUARTER") assert.equal(date.getUTCMonth() % 3, 0);
        if (bucket === "YEAR") assert.equal(date.getUTCMonth(), 0);
      }
    }),
  );
});

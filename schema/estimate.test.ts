import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bucketEdges } from "../data/activity/calendar/bucket.ts";
import { countBuckets, countGroups, countPage, countPlaces } from "./estimate.ts";

test("buckets are never estimated fewer than they are, nor more than two too many", () => {
  const grains = fc.constantFrom("DAY", "WEEK", "MONTH", "QUARTER", "YEAR");
  fc.assert(
    fc.property(grains, fc.nat(40_000), fc.nat(2000), (grain, from, length) => {
      const range = { from, to: from + length };
      const real = bucketEdges(range, grain).length - 1;
      const estimated = countBuckets(grain, range);
      assert.ok(estimated >= real, `${estimated} for ${real}`);
      assert.ok(estimated <= real + 2, `${estimated} for ${real}`);
    }),
  );
});

test("no bucket is one bucket; a range left open is about a year", () => {
  assert.equal(countBuckets(null, { from: 0, to: 9999 }), 1);
  assert.ok(countBuckets("DAY", { from: 0 }) >= 366);
});

test("groups follow the finest dimension and the places named", () => {
  assert.equal(countGroups([], null), 1);
  assert.equal(countGroups(["STATE"], null), 36);
  assert.equal(countGroups(["STATE", "PINCODE"], null), countGroups(["PINCODE"], null));
  assert.equal(countGroups(["PINCODE"], ["500001", "500002"]), 2);
  assert.equal(countGroups(["STATE"], ["500001"]), 1);
  assert.equal(countGroups(["PINCODE"], new Array(1000).fill("IN")), countGroups(["PINCODE"], null));
});

test("a place holds itself, nothing above it, and less than the country below it", () => {
  assert.equal(countPlaces("PINCODE", "500001"), 1);
  assert.equal(countPlaces("STATE", "IN-TG/hyderabad"), 0);
  assert.ok(countPlaces("PINCODE", "IN-TG") < countPlaces("PINCODE", "IN"));
  assert.equal(countPlaces("PINCODE", null), countPlaces("PINCODE", "IN"));
});

test("page sizes out of bounds do not upset the estimate", () => {
  assert.deepEqual(
    [countPage(null, 50), countPage(7, 50), countPage(-3, 50), countPage(1e9, 50)],
    [50, 7, 0, 1000],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { cacheControl } from "./policy.ts";

test("a public answer may be kept, longer by shared caches than by browsers", () => {
  const value = cacheControl({ maxAge: 60, scope: "PUBLIC" });
  assert.equal(value, "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400");
});

test("a private answer is kept by nobody", () => {
  assert.equal(cacheControl({ maxAge: 60, scope: "PRIVATE" }), "private, no-store");
});

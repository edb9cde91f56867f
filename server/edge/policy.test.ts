import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CachePolicy } from "./policy.ts";

const HINT = { maxAge: 60, scope: "PUBLIC" } as const;
const told = new CachePolicy(true);
const untold = new CachePolicy(false);

function valuesOf(headers: readonly string[]): Record<string, string> {
  return Object.fromEntries(headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]!]] : [])));
}

describe("how long each kind of cache keeps an answer", () => {
  test("browsers short, shared caches longer, those that are told to let go a day", () => {
    const rest = "stale-while-revalidate=600, stale-if-error=86400";
    assert.deepEqual(valuesOf(untold.headers(HINT)), {
      "Cache-Control": `public, max-age=60, s-maxage=300, ${rest}`,
      "CDN-Cache-Control": `public, max-age=300, ${rest}`,
      "Surrogate-Control": `max-age=300, ${rest}`,
    });
    assert.deepEqual(valuesOf(told.headers(HINT)), {
      "Cache-Control": `public, max-age=60, s-maxage=300, ${rest}`,
      "CDN-Cache-Control": `public, max-age=86400, ${rest}`,
      "Surrogate-Control": `max-age=86400, ${rest}`,
    });
  });

  test("an answer of the version that the question names never changes", () => {
    const headers = valuesOf(untold.headers({ maxAge: 15, scope: "PUBLIC" }, "PINNED"));
    assert.equal(
      headers["Cache-Control"],
      "public, max-age=86400, s-maxage=86400, stale-if-error=86400, immutable",
    );
    assert.equal(headers["CDN-Cache-Control"], "public, max-age=86400, stale-if-error=86400");
  });

  test("one of another version than the question names is kept by nobody", () => {
    assert.deepEqual(valuesOf(told.headers(HINT, "SUPERSEDED")), { "Cache-Control": "no-store" });
  });

  test("a stale one may stand in, but is asked for anew", () => {
    for (const value of Object.values(valuesOf(told.headers(HINT, "STALE"))))
      assert.match(value, /max-age=0, .*stale-while-revalidate=600, stale-if-error=86400/);
  });

  test("a private one is kept by nobody, however it stands", () => {
    for (const standing of ["CURRENT", "PINNED", "STALE"] as const)
      assert.deepEqual(valuesOf(told.headers({ maxAge: 60, scope: "PRIVATE" }, standing)), {
        "Cache-Control": "private, no-store",
      });
  });

  test("a page is asked for each time by browsers, and stands in for a day where the service fails", () => {
    const headers = valuesOf(untold.page());
    assert.equal(headers["Cache-Control"], "public, max-age=0, s-maxage=60, stale-if-error=86400");
    assert.equal(headers["Surrogate-Control"], "max-age=60, stale-if-error=86400");
  });
});

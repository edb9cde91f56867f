import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { buildSchema } from "graphql";
import { breakingChanges } from "./breaking.ts";
import { schema } from "./schema.ts";

const git = (...args: string[]) =>
  execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** The graph of the last release, by its tag v1.2.3; null where there is none, or no history to look into. */
function lastRelease(): { tag: string; sdl: string } | null {
  try {
    const tag = git("describe", "--tags", "--match", "v*", "--abbrev=0").trim();
    return { tag, sdl: git("show", `${tag}:schema/schema.graphql`) };
  } catch {
    return null;
  }
}

const released = lastRelease();

test(
  "nothing that the last release answered is gone",
  { skip: released === null && "no release is tagged in this checkout" },
  () => assert.deepEqual(breakingChanges(released!.sdl, schema), [], `since ${released!.tag}`),
);

test("what breaks a client is told, what only adds is not", () => {
  const before = "enum Size { S M } type Query { a(size: Size): Int! b: String }";
  const told = (now: string) => breakingChanges(before, buildSchema(now));
  assert.deepEqual(
    told("enum Size { S M L } type Query { a(size: Size, fast: Boolean): Int! b: String c: Int }"),
    [],
  );
  assert.match(told("enum Size { S M } type Query { a(size: Size): Int! }").join(), /Query\.b was removed/);
  assert.match(told("enum Size { S } type Query { a(size: Size): Int! b: String }").join(), /M was removed/);
  assert.match(
    told("enum Size { S M } type Query { a(size: Size!): Int! b: String }").join(),
    /changed type from Size to Size!/,
  );
  assert.match(told("enum Size { S M } type Query { a(size: Size): Int b: String }").join(), /Int! to Int/);
});

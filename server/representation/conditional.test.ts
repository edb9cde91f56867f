import assert from "node:assert/strict";
import { test } from "node:test";
import { matchesEntityTag } from "./conditional.ts";

const cases: [header: string, matches: boolean][] = [
  ['"abc-br"', true],
  ['W/"abc-br"', true],
  ["*", true],
  [" * ", true],
  ['"x", "abc-br"', true],
  ['"x" ,\t W/"abc-br" , "y"', true],
  [', "abc-br",', true],
  ['"abc"', false],
  ['"ABC-br"', false],
  ["abc-br", false],
  ['w/"abc-br"', false],
  ['"x" "abc-br"', false],
  ['"abc-br', false],
  ['"x", *', false],
  ["", false],
  ['""', false],
  ['"a,b", "c"', false],
  ['"a, "abc-br""', false],
];

for (const [header, matches] of cases) {
  test(`If-None-Match: ${header} ${matches ? "matches" : "does not match"}`, () =>
    assert.equal(matchesEntityTag(header, '"abc-br"'), matches));
}

test("a tag with a comma in it is one tag", () => assert.equal(matchesEntityTag('"a,b"', '"a,b"'), true));

test("a long hostile header is judged at once", () => {
  assert.equal(matchesEntityTag(`${'"a" ,'.repeat(5000)}x`, '"b"'), false);
  assert.equal(matchesEntityTag(`"${" \t,".repeat(5000)}`, '"b"'), false);
});

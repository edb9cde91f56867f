import assert from "node:assert/strict";
import { test } from "node:test";
import { acceptedEncodings, type Encoding } from "./encoding.ts";

const cases: [header: string | undefined, expected: Encoding[]][] = [
  [undefined, ["identity"]],
  ["", ["identity"]],
  ["br", ["br", "identity"]],
  ["gzip, deflate, br, zstd", ["br", "gzip", "identity"]],
  ["gzip, br;q=0.5", ["gzip", "br", "identity"]],
  ["x-gzip", ["gzip", "identity"]],
  ["*", ["br", "gzip", "identity"]],
  ["*;q=0.5, gzip", ["gzip", "br", "identity"]],
  ["br;q=0, *", ["gzip", "identity"]],
  ["identity, br;q=0.5", ["identity", "br"]],
  ["identity;q=0", []],
  ["identity;q=0, br", ["br"]],
  ["*;q=0", []],
  ["gzip, *;q=0", ["gzip"]],
  ["identity, *;q=0", ["identity"]],
  ["br;q=abc", ["identity"]],
  ["deflate", ["identity"]],
  [", ;", ["identity"]],
];

for (const [header, expected] of cases) {
  test(`Accept-Encoding: ${header}`, () => assert.deepEqual(acceptedEncodings(header), expected));
}

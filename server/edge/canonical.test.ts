import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalJson } from "./canonical.ts";

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, reversed(one)]),
  );
}

test("is JSON of the same value, whatever the order of keys", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.parse(JSON.stringify(value));
      const text = canonicalJson(plain);
      assert.deepEqual(JSON.parse(text), plain);
      assert.equal(canonicalJson(reversed(plain)), text);
    }),
  );
});

test("tells different values apart", () => {
  const values = [
    '{"a":1}',
    '{"a":"1"}',
    '{"a":null}',
    "{}",
    '{"a":[1]}',
    '{"__proto__":1}',
    '{"a":{"b":1}}',
  ];
  const texts = values.map((value) => canonicalJson(JSON.parse(value)));
  assert.equal(new Set(texts).size, values.length);
});

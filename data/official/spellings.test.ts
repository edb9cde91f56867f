import assert from "node:assert/strict";
import test from "node:test";
import { Spellings } from "./spellings.ts";

const origin = (line: number) => ({ file: 3, line, bytes: Buffer.from(`line ${line}`) });

test("every spelling has its own id, however many there are, and is told back as published", () => {
  const spellings = new Spellings();
  const keys = Array.from({ length: 30_000 }, (_, n) => `S${n % 7},D${n % 4001} ,${100_000 + (n % 29_989)}`);
  const ids = keys.map((key, line) => spellings.idOf(key, origin(line)));
  assert.equal(spellings.size, new Set(keys).size);
  keys.forEach((key, n) => {
    assert.equal(spellings.idOf(key, origin(0)), ids[n]);
    const { state, district, pincode } = spellings.spelling(ids[n]!);
    assert.equal(`${state},${district},${pincode}`, key);
  });
  assert.equal(spellings.origin(ids[5]!).line, 5);
  assert.equal(Buffer.from(spellings.origin(ids[29_000]!).bytes).toString(), "line 29000");
});

test("names that hold commas and quotes, or bytes that are not UTF-8, are kept apart", () => {
  const spellings = new Spellings();
  const keys = ['"a,b",c,110001', 'a,"b,c",110001', '"a""",b,110001', "a\xe2,b,110001", "a\xe3,b,110001"];
  const ids = keys.map((key) => spellings.idOf(key, origin(1)));
  assert.equal(new Set(ids).size, keys.length);
  assert.equal(spellings.spelling(ids[0]!).state, "a,b");
  assert.equal(spellings.spelling(ids[2]!).state, 'a"');
  const { names, pincode } = spellings.spelling(ids[3]!);
  assert.equal(`${names}${pincode}`, keys[3]);
});

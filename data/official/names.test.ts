import assert from "node:assert/strict";
import test from "node:test";
import { Names } from "./names.ts";

test("names of one hash are told apart by their bytes", () => {
  const names = new Names();
  const texts = Array.from({ length: 3000 }, (_, n) => Buffer.from(`State ${n % 50},District ${n},`));
  const collide = (name: Buffer, n: number) => names.idOf(name, 0, name.length, n % 20);
  const ids = texts.map(collide);
  assert.deepEqual(ids, Array.from(texts.keys()));
  assert.deepEqual(texts.map(collide), ids);
  assert.equal(names.bytes.toString("utf8", names.start(2999), names.end(2999)), "State 49,District 2999,");
});

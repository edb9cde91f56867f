import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRandom } from "./random.ts";

test("the same seed gives the same stream, another seed another", () => {
  const first = makeRandom(7);
  const again = makeRandom(7);
  const other = makeRandom(8);
  const stream = Array.from({ length: 100 }, first.next);
  assert.deepEqual(Array.from({ length: 100 }, again.next), stream);
  assert.notDeepEqual(Array.from({ length: 100 }, other.next), stream);
});

test("the stream is known: another one would change every sample", () => {
  const random = makeRandom(1);
  assert.deepEqual(Array.from({ length: 4 }, random.next), [52107484, 3520520, 3760476048, 677231255]);
});

test("numbers spread evenly over their range", () => {
  const random = makeRandom(3);
  const seen = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) seen[random.below(10)]!++;
  for (const count of seen) assert.ok(Math.abs(count - 10_000) < 500, `${count} of about 10,000`);
  let sum = 0;
  for (let i = 0; i < 100_000; i++) sum += random.unit();
  assert.ok(Math.abs(sum / 100_000 - 0.5) < 0.005);
});

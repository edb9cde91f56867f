import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRandom } from "../../data/sample/random.ts";
import { startCentres } from "./kmeans-start.ts";

test("a row is drawn in proportion to its squared distance", () => {
  // After a start at 0, 1 and 3 are drawn one to nine; starts elsewhere are left out of the count.
  const drawn = new Map<number, number>();
  const random = makeRandom(3);
  for (let i = 0; i < 30_000; i++) {
    const [first, second] = startCentres(Float64Array.of(0, 1, 3), 1, 2, random);
    if (first === 0) drawn.set(second!, (drawn.get(second!) ?? 0) + 1);
  }
  assert.deepEqual([...drawn.keys()].sort(), [1, 3]);
  assert.ok(Math.abs(drawn.get(3)! / drawn.get(1)! - 9) < 1, `${drawn.get(3)! / drawn.get(1)!} to one`);
});

test("rows all alike give one centre", () => {
  assert.deepEqual([...startCentres(Float64Array.of(4, 4, 4), 1, 3, makeRandom(1))], [4]);
});

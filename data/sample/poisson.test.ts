import assert from "node:assert/strict";
import { test } from "node:test";
import { poisson } from "./poisson.ts";
import { drawNormal } from "./quantiles.ts";
import { makeRandom } from "./random.ts";

const normal = drawNormal();

for (const wanted of [0.05, 0.7, 3, 15.9, 16, 40, 900])
  test(`counts of mean ${wanted} have that mean and variance`, () => {
    const random = makeRandom(5);
    const counts = Array.from({ length: 100_000 }, () => poisson(wanted, random, normal));
    const mean = counts.reduce((a, b) => a + b) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    assert.ok(counts.every((count) => Number.isInteger(count) && count >= 0));
    assert.ok(Math.abs(mean / wanted - 1) < 0.04, `mean ${mean}`);
    assert.ok(Math.abs(variance / wanted - 1) < 0.04, `variance ${variance}`);
  });

test("a mean of 0 counts nobody", () => {
  const random = makeRandom(5);
  for (let i = 0; i < 1000; i++) assert.equal(poisson(0, random, normal), 0);
});

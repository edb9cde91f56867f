import assert from "node:assert/strict";
import { test } from "node:test";
import { type Draw, drawGamma, drawNormal, quantilesOf } from "./quantiles.ts";
import { makeRandom } from "./random.ts";

function moments(draw: Draw): { mean: number; variance: number } {
  const random = makeRandom(11);
  const values = Array.from({ length: 200_000 }, () => draw(random));
  const mean = values.reduce((a, b) => a + b) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

test("quantiles of the even distribution are evenly spaced", () => {
  const quantiles = quantilesOf(() => 1, 0, 4096);
  assert.equal(quantiles.length, 4096);
  quantiles.forEach((value, i) => {
    assert.ok(Math.abs(value - (i + 0.5)) < 0.1);
  });
});

test("drawNormal has mean 0 and variance 1", () => {
  const { mean, variance } = moments(drawNormal());
  assert.ok(Math.abs(mean) < 0.01, `mean ${mean}`);
  assert.ok(Math.abs(variance - 1) < 0.02, `variance ${variance}`);
});

for (const shape of [2, 5, 8])
  test(`drawGamma(${shape}) has mean 1 and variance 1/${shape}`, () => {
    const { mean, variance } = moments(drawGamma(shape));
    assert.ok(Math.abs(mean - 1) < 0.01, `mean ${mean}`);
    assert.ok(Math.abs(variance * shape - 1) < 0.03, `variance ${variance}`);
  });

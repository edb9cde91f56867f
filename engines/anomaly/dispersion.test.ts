import assert from "node:assert/strict";
import { test } from "node:test";
import { createDispersion, dispersionOf, learnDispersion } from "./dispersion.ts";
import { noise } from "./fixture.ts";
import { SURVEILLANCE } from "./parameters.ts";

function dispersionFrom(counts: readonly number[], mean: number) {
  const dispersion = createDispersion(SURVEILLANCE);
  for (const count of counts) learnDispersion(dispersion, count, mean, dispersionOf(dispersion, mean), 0, 1);
  return dispersionOf(dispersion, mean);
}

test("finds the ratio of variance to mean", () => {
  for (const ratio of [1, 2.5, 5]) {
    const found = dispersionFrom(noise(3000, 40, ratio), 40);
    assert.ok(Math.abs(found / ratio - 1) < 0.12, `${found} for ${ratio}`);
  }
});

test("is never less than Poisson's, and one wild count moves it little", () => {
  assert.equal(dispersionFrom(new Array(500).fill(40), 40), 1);
  const counts = noise(500, 40, 2);
  const before = dispersionFrom(counts, 40);
  assert.ok(dispersionFrom([...counts, 100_000], 40) < 1.1 * before);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "./arbitrary.ts";
import { smoothingRate } from "./smoothing-rate.ts";

test("slow for noise about a level, fast for a random walk", () => {
  const random = seeded(3);
  const noise = Float64Array.from({ length: 300 }, () => random() - 0.5);
  let sum = 0;
  const walk = noise.map((step) => {
    sum += step;
    return sum;
  });
  assert.ok(smoothingRate(noise) <= 0.1);
  assert.ok(smoothingRate(walk) >= 0.8);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createCusum, cusumProbability, cusumStep, shiftEvidence, stepCusum } from "./cusum.ts";
import { logProbability } from "./negative-binomial.ts";

/** Montgomery, Introduction to Statistical Quality Control, table 9.1: mean 10, then 11 from the 21st on. */
const MONTGOMERY = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
  10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];
/** Table 9.2's upper sums for reference value 1/2; they pass the limit of 5 at the 29th. */
const UPPER = [
  0, 0, 0, 1.16, 2.82, 2.5, 0.04, 1, 0, 0, 0, 0.97, 0.98, 0, 0, 0, 0.12, 0, 0, 0.34, 0.74, 0, 1.79, 2.79,
  2.89, 3.47, 3.35, 4.47, 5.28, 5.3,
];

test("Montgomery's tabular CUSUM", () => {
  let sum = 0;
  const sums = MONTGOMERY.map((x) => {
    sum = cusumStep(sum, x - 10 - 0.5);
    return sum;
  });
  for (const [at, got] of sums.entries()) assert.ok(Math.abs(got - UPPER[at]!) < 1e-9, `${got} at ${at}`);
  assert.equal(sums.findIndex((got) => got > 5) + 1, 29);
});

test("the evidence is the log-likelihood ratio of two negative binomials", () => {
  for (const [count, expected, mean, size] of [
    [0, 2, 3, 4],
    [12, 7, 10, 1.5],
    [900, 1000, 1500, 60],
  ] as const) {
    const ratio = logProbability(count, mean, size) - logProbability(count, expected, size);
    assert.ok(Math.abs(shiftEvidence(count, expected, mean, size) - ratio) < 1e-8);
  }
});

test("an alarm stands for a week, then the sum starts anew", () => {
  const cusum = createCusum();
  const sums = Array.from({ length: 12 }, (_, day) => stepCusum(cusum, day < 3 ? 2 : -0.1, 5));
  assert.deepEqual(
    sums.map((sum) => Math.round(sum * 10) / 10),
    [2, 4, 6, 5.9, 5.8, 5.7, 5.6, 5.5, 5.4, 0, 0, 0],
  );
  assert.ok(Math.abs(cusumProbability(Math.log(1000)) - 0.001) < 1e-12);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { studentQuantile } from "./student.ts";

test("as tabled: two-sided 80 and 95 with 3, 5, 10 and 30 degrees of freedom", () => {
  const tabled: [number, number, number][] = [
    [3, 1.638, 3.182],
    [5, 1.476, 2.571],
    [10, 1.372, 2.228],
    [30, 1.31, 2.042],
  ];
  for (const [degrees, q80, q95] of tabled) {
    assert.ok(Math.abs(studentQuantile(1.2816, degrees) / q80 - 1) < 0.02);
    assert.ok(Math.abs(studentQuantile(1.96, degrees) / q95 - 1) < 0.02, `${studentQuantile(1.96, degrees)}`);
  }
});

test("the normal quantile with ever more degrees", () => {
  assert.ok(Math.abs(studentQuantile(1.96, 1e9) - 1.96) < 1e-6);
});

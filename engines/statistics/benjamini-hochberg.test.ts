import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";

const callsAt = (rate: number, p: readonly number[]) =>
  benjaminiHochberg(Float64Array.from(p)).filter((q) => q <= rate).length;

test("the example of Benjamini and Hochberg: four of fifteen called at 0.05", () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  assert.equal(callsAt(0.05, p), 4);
});

test("q-values worked out by hand, in the order given; NaN is no test", () => {
  const q = benjaminiHochberg(Float64Array.of(0.5, Number.NaN, 0.01, 0.02));
  assert.deepEqual([...q], [0.5, Number.NaN, 0.03, 0.03]);
});

test("calls those of the step-up procedure as it is written", () => {
  const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 });
  fc.assert(
    fc.property(p, fc.double({ min: 0.001, max: 1, noNaN: true }), (list, rate) => {
      const sorted = list.toSorted((a, b) => a - b);
      const last = sorted.findLastIndex((one, at) => (one * list.length) / (at + 1) <= rate);
      const called = last < 0 ? 0 : sorted.filter((one) => one <= sorted[last]!).length;
      assert.equal(callsAt(rate, list), called);
    }),
  );
});

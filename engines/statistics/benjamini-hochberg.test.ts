import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";

/** The fifteen ordered p-values of Benjamini & Hochberg (1995), section 3.2, who reject four of them at 0.05. */
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];
/** p(j)·15/j, the least of those from j on. */
const ADJUSTED = [
  0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857143, 0.063857143, 0.0645, 0.0765, 0.486, 0.581181818,
  0.714875, 0.753230769, 0.813214286, 1,
];

test("the published example, in whatever order it comes", () => {
  const turned = PUBLISHED.map((_, at) => (at * 7) % PUBLISHED.length);
  const q = benjaminiHochberg(Float64Array.from(turned, (at) => PUBLISHED[at]!));
  for (const [at, from] of turned.entries()) assert.ok(Math.abs(q[at]! - ADJUSTED[from]!) < 1e-9);
  assert.equal(q.filter((value) => value <= 0.05).length, 4);
});

test("what was not tested is no test", () => {
  const q = benjaminiHochberg(Float64Array.of(Number.NaN, 0.01, Number.NaN, 0.04));
  assert.deepEqual([...q], [Number.NaN, 0.02, Number.NaN, 0.04]);
  assert.equal(benjaminiHochberg(new Float64Array(0)).length, 0);
});

test("q rejects what the step-up procedure rejects", () => {
  const probabilities = fc.array(fc.double({ min: 1e-12, max: 1, noNaN: true }), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(probabilities, fc.constantFrom(0.01, 0.05, 0.2), (list, rate) => {
      const sorted = list.toSorted((a, b) => a - b);
      const last = sorted.findLastIndex((p, at) => p * list.length <= rate * (at + 1) * (1 - 1e-12));
      const q = benjaminiHochberg(Float64Array.from(list));
      list.forEach((p, at) => {
        assert.ok(q[at]! >= p * (1 - 1e-12) && q[at]! <= 1);
        if (last >= 0 && p <= sorted[last]!) assert.ok(q[at]! <= rate);
        else if (p > sorted[Math.max(last, 0)]!) assert.ok(q[at]! > rate * (1 - 1e-9));
      });
    }),
  );
});

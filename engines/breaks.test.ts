import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { legendBreaks } from "./breaks.ts";

const breaksOf = (...values: number[]) => legendBreaks(Float64Array.from(values));

test("seven classes of equal size where the values allow it", () => {
  assert.deepEqual(
    legendBreaks(Float64Array.from({ length: 700 }, (_, at) => at + 1)),
    [100, 200, 300, 400, 500, 600],
  );
});

test("zeros and absent values have no say", () => {
  const zeros = new Array<number>(1000).fill(0);
  assert.deepEqual(breaksOf(...zeros, Number.NaN, 10, 20, 30), breaksOf(10, 20, 30));
});

test("no breaks where there is nothing to tell apart", () => {
  for (const values of [[], [0, 0], [Number.NaN], [7], [7, 7, 7]]) assert.deepEqual(breaksOf(...values), []);
});

test("counts have whole breaks, shares keep their digits", () => {
  assert.deepEqual(breaksOf(9, 15), [10]);
  assert.deepEqual(breaksOf(0.25, 0.5), [0.29]);
});

test("breaks increase strictly, are six at most, and leave no class empty", () => {
  const values = fc.array(fc.oneof(fc.nat(50), fc.nat(1_000_000), fc.double({ min: 0, max: 1 })), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(values, (list) => {
      const breaks = legendBreaks(Float64Array.from(list));
      assert.ok(breaks.length <= 6);
      const positive = list.filter((value) => value > 0);
      const edges = [0, ...breaks, Number.POSITIVE_INFINITY];
      for (let at = 1; at < edges.length; at++) {
        assert.ok(edges[at - 1]! < edges[at]!);
        const held = positive.filter((value) => value >= edges[at - 1]! && value < edges[at]!);
        assert.ok(held.length > 0 || positive.length === 0, `class ${at - 1} of ${breaks} is empty`);
      }
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDraws } from "./draws.ts";
import { makeRandom } from "./random.ts";
import { spread } from "./spread.ts";

const draws = makeDraws();
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

test("counts follow weight × level and add up exactly", () => {
  const weights = Float64Array.of(1, 3);
  const levels = Float64Array.of(1, 0, 2, 1, 0, 2);
  const counts = spread(120_000, weights, levels, draws, makeRandom(4));
  assert.equal(sum(counts), 120_000);
  [10_000, 0, 20_000, 30_000, 0, 60_000].forEach((due, i) => {
    assert.ok(Math.abs(counts[i]! - due) <= due * 0.05, `${counts[i]} of ${due}`);
  });
});

test("totals too small for any draw still arrive", () => {
  const weights = new Float64Array(500).fill(1);
  const levels = new Float64Array(500 * 20).fill(1);
  for (const total of [0, 1, 2, 7])
    for (let seed = 0; seed < 20; seed++)
      assert.equal(sum(spread(total, weights, levels, draws, makeRandom(seed))), total);
});

test("a total with nowhere to go is an error, not a loss", () => {
  assert.throws(() => spread(3, Float64Array.of(1), Float64Array.of(0), draws, makeRandom(1)), /no report/);
});

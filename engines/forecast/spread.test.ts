import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "./arbitrary.ts";
import { learnSpread } from "./spread.ts";

const random = seeded(11);
const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
const evidence = { rows: 100, horizon: 8, horizons: 100, rate: 0, seldom: false };
const misses = (count: number, error: (ahead: number) => number) =>
  Array.from({ length: count }, (_, at) => ({
    row: Math.floor(at / 8),
    ahead: (at % 8) + 1,
    error: error((at % 8) + 1),
  }));

test("of many independent normal errors the normal band, less the tenth by which the past overstates", () => {
  const { growth, half80, half95 } = learnSpread(
    misses(800, () => Math.abs(normal())),
    evidence,
  );
  assert.ok(growth < 0.1);
  assert.ok(
    Math.abs(half80 / (0.92 * 1.2816) - 1) < 0.1 && Math.abs(half95 / (0.92 * 1.11 * 1.96) - 1) < 0.1,
    `${half80} ${half95}`,
  );
});

test("the less is known, the wider", () => {
  const few = misses(16, (ahead) => ahead);
  const width = (horizons: number) => learnSpread(few, { ...evidence, horizons }).half95;
  assert.ok(width(1) > width(3) && width(3) > width(50));
});

test("bare quantiles for intermittent counts", () => {
  const seldom = { ...evidence, seldom: true };
  const found = learnSpread(
    misses(80, (ahead) => (ahead === 8 ? 7 : 1)),
    seldom,
  );
  assert.equal(found.half80, 1 / 1);
  assert.ok(found.half95 > found.half80);
});

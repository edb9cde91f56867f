import assert from "node:assert/strict";
import { test } from "node:test";
import { isIntermittent, syntetosBoylan, teunterSyntetosBabai } from "./intermittent.ts";

const counts = (...values: number[]) => Float64Array.from(values);
const near = (got: number, wanted: number) =>
  assert.ok(Math.abs(got - wanted) < 1e-9, `${got} is not ${wanted}`);

test("a count of one size at every step is that size", () => {
  near(teunterSyntetosBabai(counts(4, 4, 4)), 4);
});

test("after a count every second step of the same size, by hand: size 6, gap 2, the least rate", () => {
  const found = syntetosBoylan(counts(0, 6, 0, 6, 0, 6));
  assert.ok(
    [0.02, 0.05, 0.1, 0.15, 0.2, 0.3].some((rate) => Math.abs(found - ((1 - rate / 2) * 6) / 2) < 1e-9),
  );
});

test("a place that fell silent fades by its steps of silence, and not where silence is not known", () => {
  const busy = [3, 0, 3, 0, 3, 3, 0, 3];
  const silent = teunterSyntetosBabai(counts(...busy, ...new Array(20).fill(0)));
  const missing = teunterSyntetosBabai(counts(...busy, ...new Array(20).fill(Number.NaN)));
  assert.ok(silent < missing / 2);
  near(missing, teunterSyntetosBabai(counts(...busy)));
});

test("intermittent is a mean gap above 1.32 and nothing negative", () => {
  assert.equal(isIntermittent(counts(1, 0, 1, 0)), true);
  assert.equal(isIntermittent(counts(1, 1, 1, 0, 1)), false);
  assert.equal(isIntermittent(counts(-1, 0, 0, 0)), false);
  assert.equal(syntetosBoylan(counts(0, 0)), 0);
});

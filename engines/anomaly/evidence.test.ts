import assert from "node:assert/strict";
import { test } from "node:test";
import { createEvidence, falling, forgetEvidence, normality, weighDay } from "./evidence.ts";
import { SURVEILLANCE } from "./parameters.ts";

function after(counts: readonly number[]) {
  const evidence = createEvidence(SURVEILLANCE);
  for (const count of counts) weighDay(evidence, count, 20, 100);
  return evidence;
}

test("probabilities add up to one, whatever comes", () => {
  for (const counts of [[20], [0, 0, 0], [1e6], [20, 1e6, 0, 35, 40]]) {
    const { state, up, down } = after(counts);
    assert.ok(Math.abs(state.reduce((sum, p) => sum + p) - 1) < 1e-9);
    assert.ok(Number.isFinite(up) && Number.isFinite(down));
  }
});

test("days that are each a little high add up, and pass", () => {
  const raised = [31, 33, 32, 34, 33];
  const scores = raised.map((_, at) => after(raised.slice(0, at + 1)).up);
  for (let at = 1; at < 4; at++) assert.ok(scores[at]! > scores[at - 1]!);
  assert.ok(normality(after([31])) > 0.5);
  assert.ok(normality(after(raised)) < 0.05);
  assert.ok(normality(after([...raised, ...new Array(10).fill(20)])) > 0.95);
});

test("low days are a fall and speak for nothing high", () => {
  const low = after([6, 5, 7, 6]);
  assert.ok(falling(low) > 0.9 && low.down > 0 && low.up < 0);
  forgetEvidence(low);
  assert.equal(normality(low), 1);
});

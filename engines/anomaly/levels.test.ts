import assert from "node:assert/strict";
import { test } from "node:test";
import { noise } from "./fixture.ts";
import { createLevels, foretellLevel, learnLevel, restartLevels } from "./levels.ts";
import { SURVEILLANCE } from "./parameters.ts";

const SIZE = 200;

function levelAfter(counts: readonly number[], weights: (day: number) => number = () => 1): number {
  const levels = createLevels(SURVEILLANCE);
  restartLevels(levels, counts[0]!, 1);
  for (const [day, count] of counts.entries()) {
    foretellLevel(levels);
    learnLevel(levels, count, 1, SIZE, weights(day));
  }
  foretellLevel(levels);
  return levels.mean;
}

const near = (got: number, wanted: number, share: number) =>
  assert.ok(Math.abs(got / wanted - 1) < share, `${got} is not ${wanted}`);

test("a steady level is averaged over long, a growing one is kept up with", () => {
  near(levelAfter(noise(300, 50)), 50, 0.03);
  const growing = Array.from({ length: 200 }, (_, day) => 500 * 1.01 ** day);
  near(levelAfter(growing), growing.at(-1)!, 0.03);
});

test("days without weight teach nothing", () => {
  const counts = [...noise(200, 50), ...new Array(14).fill(200)];
  assert.equal(
    levelAfter(counts, (day) => (day < 200 ? 1 : 0)).toFixed(9),
    levelAfter(counts.slice(0, 200)).toFixed(9),
  );
});

test("never nothing, and a restart forgets", () => {
  assert.ok(levelAfter(new Array(100).fill(0)) > 0);
  const levels = createLevels(SURVEILLANCE);
  restartLevels(levels, 10, 1);
  for (const count of noise(100, 10)) {
    foretellLevel(levels);
    learnLevel(levels, count, 1, SIZE, 1);
  }
  restartLevels(levels, 30, 10);
  foretellLevel(levels);
  assert.equal(levels.mean, 30);
  assert.equal(levels.spread, 0);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../activity/day.ts";
import { makeDraws } from "./draws.ts";
import { batchLevels, dailyLevels, type Setting } from "./levels.ts";
import { makeRandom } from "./random.ts";

const draws = makeDraws();
const monday = parseDay("2025-11-10")!;
const PAIRS = 2000;
const setting: Setting = {
  kind: "BIOMETRIC_UPDATE",
  days: [monday - 1, monday],
  trendStart: parseDay("2025-09-01")!,
  trends: new Float64Array(PAIRS),
  effects: new Array(PAIRS).fill(undefined),
  paused: new Uint8Array(2 * PAIRS),
};
const meanOf = (levels: Float64Array, day: number) =>
  levels.reduce((sum, level, at) => (at % 2 === day ? sum + level : sum), 0) / PAIRS;

test("Sundays lie far below Mondays, and levels vary from pair to pair", () => {
  const levels = dailyLevels(setting, draws, makeRandom(1));
  assert.ok(meanOf(levels, 0) < 0.35 * meanOf(levels, 1));
  assert.ok(new Set(levels).size > PAIRS);
});

test("paused days and planted silences have level 0, planted rises stand out", () => {
  const paused = setting.paused.slice();
  paused[3] = 1;
  const only = (factor: number) => [{ from: monday, to: monday, factor }];
  const effects = [only(0), undefined, only(50)];
  const levels = dailyLevels(
    { ...setting, paused, effects: [...effects, ...setting.effects.slice(3)] },
    draws,
    makeRandom(1),
  );
  assert.equal(levels[1], 0);
  assert.equal(levels[3], 0);
  assert.ok(levels[5]! > 10);
});

test("a small batch reaches few pairs, a large one two thirds", () => {
  const weights = new Float64Array(100).fill(1);
  const reached = (total: number) =>
    batchLevels(weights, total, draws, makeRandom(1)).filter((level) => level > 0).length;
  assert.deepEqual([reached(1), reached(2000), reached(1e7)], [1, 5, 68]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ticksTo } from "./scale.ts";

test("ticks are round and whole", () => {
  assert.deepEqual(ticksTo(1), [0, 1]);
  assert.deepEqual(ticksTo(13), [0, 5, 10, 15]);
  assert.deepEqual(ticksTo(34_000), [0, 20_000, 40_000]);
  assert.deepEqual(ticksTo(0), [0, 1]);
});

test("ticks start at zero, rise evenly, hold the largest, and are few", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2e9 }), (largest) => {
      const ticks = ticksTo(largest);
      assert.equal(ticks[0], 0);
      assert.ok(ticks.at(-1)! >= largest && ticks.length <= 4);
      assert.ok(ticks.every((tick, at) => Number.isInteger(tick) && tick === at * ticks[1]!));
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { backtest, chooseOrigins } from "./backtest.ts";
import { regularCycle } from "./cycle.ts";
import { REGULAR } from "./models.ts";

test("origins ascend within the past, the longest as far as wanted", () => {
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.integer({ min: 1, max: 52 }),
      fc.integer({ min: 1, max: 60 }),
      (length, season, horizon) => {
        const origins = chooseOrigins(length, season, horizon);
        assert.ok(origins.length <= 16);
        for (const [at, origin] of origins.entries()) {
          assert.ok(origin >= 4 && origin < length);
          if (at > 0) assert.ok(origin > origins[at - 1]!);
        }
      },
    ),
  );
  assert.deepEqual(chooseOrigins(4, 1, 3), []);
  assert.equal(chooseOrigins(72, 12, 12)[0], 36);
});

test("a forecast knows nothing of what comes after its origin", () => {
  const values = Float64Array.from({ length: 40 }, (_, t) => 20 + 5 * Math.sin(t) + (t % 4));
  const cycle = regularCycle(4, 44);
  const before = backtest(REGULAR, values, cycle, 4);
  const changed = values.slice();
  const origin = before.origins[3]!;
  changed.fill(1e6, origin);
  const after = backtest(REGULAR, changed, cycle, 4);
  assert.deepEqual(after.forecasts.slice(0, 4), before.forecasts.slice(0, 4));
});

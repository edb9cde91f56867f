import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { apportion } from "./apportion.ts";

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

test("shares add up exactly, each within one of its due, and 0 stays 0", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50_000), { minLength: 1, maxLength: 60 }),
      fc.nat(3_000_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (values, total, phase) => {
        const before = sum(values);
        fc.pre(before > 0);
        const shares = Uint32Array.from(values);
        assert.equal(apportion(shares, total, phase), true);
        assert.equal(sum(shares), total);
        shares.forEach((share, i) => {
          if (values[i] === 0) assert.equal(share, 0);
          assert.ok(Math.abs(share - (values[i]! * total) / before) <= 1);
        });
      },
    ),
  );
});

test("where there is nothing to scale it says whether that is right", () => {
  const none = new Uint32Array(3);
  assert.equal(apportion(none, 5, 0.5), false);
  assert.equal(apportion(none, 0, 0.5), true);
  assert.deepEqual([...none], [0, 0, 0]);
});

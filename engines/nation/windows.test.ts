import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Windows } from "./windows.ts";

test("a fall that no single day proves is found in some", () => {
  const windows = new Windows();
  const lower = Array.from({ length: 8 }, () => windows.add(5, 20, 3).lower);
  assert.ok(lower[0]! > 0.1);
  assert.ok(lower[7]! < 1e-3);
  assert.ok(lower.every((p, at) => at === 0 || p <= lower[at - 1]! * 4));
});

test("a rise likewise; a restart forgets it", () => {
  const windows = new Windows();
  for (let day = 0; day < 6; day++) windows.add(45, 20, 3);
  assert.ok(windows.add(45, 20, 3).upper < 1e-2);
  windows.restart();
  assert.ok(windows.add(45, 20, 3).upper > 0.05);
});

test("chances are chances, and what lies more than ten report days back has no say", () => {
  const day = fc.record({
    count: fc.nat(200),
    mean: fc.double({ min: 0.01, max: 200, noNaN: true }),
    size: fc.double({ min: 0.2, max: 100, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(day, { minLength: 11, maxLength: 40 }), (days) => {
      const all = new Windows();
      const last = new Windows();
      days.forEach(({ count, mean, size }, at) => {
        const found = all.add(count, mean, size);
        for (const p of [found.upper, found.lower]) assert.ok(p > 0 && p <= 1);
        if (at < days.length - 10) return;
        const short = last.add(count, mean, size);
        if (at === days.length - 1) assert.deepEqual(found, short);
      });
    }),
  );
});

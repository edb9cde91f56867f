import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { classOf, NO_DATA, SHADES, shadeOf, ZERO } from "./classes.ts";

test("absent and zero are classes of their own", () => {
  assert.equal(classOf(null, [10, 20]), NO_DATA);
  assert.equal(classOf(0, [10, 20]), ZERO);
  assert.equal(classOf(0, []), ZERO);
});

test("a break belongs to the class above it", () => {
  assert.deepEqual(
    [1, 9, 10, 19, 20, 1e9].map((value) => classOf(value, [10, 20])),
    [1, 1, 2, 2, 3, 3],
  );
});

test("more never gets a lower class", () => {
  const breaks = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 6 });
  fc.assert(
    fc.property(breaks, fc.nat(2000), fc.nat(2000), (some, a, b) => {
      const ascending = some.toSorted((x, y) => x - y);
      assert.ok(classOf(Math.max(a, b), ascending) >= classOf(Math.min(a, b), ascending));
    }),
  );
});

test("classes take different shades, from the first to the last", () => {
  for (let classes = 2; classes <= SHADES; classes++) {
    const shades = Array.from({ length: classes }, (_, at) => shadeOf(at + 1, classes));
    assert.equal(new Set(shades).size, classes);
    assert.deepEqual([shades[0], shades.at(-1)], [1, SHADES]);
  }
  assert.equal(shadeOf(1, 1), 4);
});

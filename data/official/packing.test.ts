import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { CountPacking } from "./packing.ts";

const count = fc.oneof(
  fc.nat({ max: 3 }),
  fc.constantFrom(1023, 1024, 32_767, 32_768, 2 ** 31 - 1),
  fc.nat(),
);

test("counts come back, and are packed alike exactly where they are equal", () => {
  const line = fc.tuple(count, count, count);
  fc.assert(
    fc.property(line, line, (one, other) => {
      const packing = new CountPacking();
      const both = [one, other].map(([a, b, c]) => packing.packThree(a, b, c));
      assert.equal(both[0] === both[1], one.join() === other.join());
      const sums = new Float64Array(4);
      for (const packed of both) packing.addTo(sums, 1, packed, 3);
      assert.deepEqual([...sums], [0, ...one.map((value, index) => value + other[index]!)]);

      const pairs = [one, other].map(([a, b]) => packing.packTwo(a, b));
      assert.equal(pairs[0] === pairs[1], one[0] === other[0] && one[1] === other[1]);
      sums.fill(0);
      packing.addTo(sums, 0, pairs[0]!, 2);
      assert.deepEqual([...sums], [one[0], one[1], 0, 0]);
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { peerFinder } from "./peers.ts";
import { standardise } from "./standardise.ts";

test("the most alike first, itself left out, equals by row", () => {
  const peers = peerFinder([Float64Array.of(5, 1, 4, 6, 5, 100)]);
  assert.deepEqual([...peers(0, 4)], [4, 2, 3, 1]);
  assert.deepEqual([...peers(5, 2)], [3, 0]);
  assert.deepEqual([...peers(0, 0)], []);
});

test("a row that is not finite has no peers and is none", () => {
  const peers = peerFinder([Float64Array.of(1, Number.NaN, 2)]);
  assert.deepEqual([...peers(1, 5)], []);
  assert.deepEqual([...peers(0, 5)], [2]);
});

test("columns count alike whatever their unit", () => {
  const peers = peerFinder([Float64Array.of(0, 1000, 0, 5000), Float64Array.of(0, 0, 3, 5)]);
  assert.deepEqual([...peers(0, 1)], [1]);
});

test("peers are those of looking at every row", () => {
  const feature = fc.oneof(fc.nat(4), fc.double({ min: 0, max: 4, noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(feature, feature, feature), { minLength: 1, maxLength: 150 }),
      fc.integer({ min: 1, max: 8 }),
      (rows, count) => {
        const columns = [0, 1, 2].map((at) => Float64Array.from(rows, (row) => row[at]!));
        const standard = standardise(columns).columns;
        const away = (row: number) =>
          standard.reduce((sum, column) => sum + (column[row]! - column[0]!) ** 2, 0);
        const all = [...rows.keys()].slice(1).sort((a, b) => away(a) - away(b) || a - b);
        assert.deepEqual([...peerFinder(columns)(0, count)], all.slice(0, count));
      },
    ),
  );
});

test("a row that is not there is said to be none", () => {
  assert.throws(() => peerFinder([Float64Array.of(1, 2)])(2, 1), /row from 0 to 1/);
});

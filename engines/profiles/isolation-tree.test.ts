import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeRandom } from "../../data/sample/random.ts";
import { type IsolationTree, treeGrower } from "./isolation-tree.ts";

/** How deep each of the rows goes, walking branch by branch. */
function depthOf(tree: IsolationTree, row: readonly number[]): number {
  for (let node = 0, depth = 0; ; depth++) {
    const child = tree.child[node]!;
    if (child === node) return depth;
    node = row[tree.feature[node]!]! > tree.value[node]! ? child + 1 : child;
  }
}

test("no path is longer than the depth limit, and different rows part where it allows", () => {
  const rows = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(rows, fc.nat(), (values, seed) => {
      const grow = treeGrower(Float64Array.from(values), 1, values.length, makeRandom(seed));
      const tree = grow(Int32Array.from(values, (_, at) => at));
      assert.equal(tree.depth, Math.ceil(Math.log2(values.length)));
      for (const value of values) {
        const depth = depthOf(tree, [value]);
        assert.ok(depth >= 1 && depth <= tree.depth);
      }
    }),
  );
});

test("neighbouring doubles are still told apart", () => {
  const values = Float64Array.of(1, 1 + Number.EPSILON);
  const tree = treeGrower(values, 1, 2, makeRandom(1))(Int32Array.of(0, 1));
  assert.equal(tree.value[0], 1);
  assert.deepEqual([...tree.length.subarray(0, 3)], [0, 1, 1]);
});

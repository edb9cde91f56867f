import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeRandom } from "../../data/sample/random.ts";
import { isolationScores } from "./isolation-forest.ts";
import { averagePathLength } from "./path-length.ts";

const column = (...values: number[]) => Float64Array.from(values);

/** Two bell-like columns, and a last row far away from all others. */
function cloudAndOne(rows: number, seed: number): Float64Array[] {
  const random = makeRandom(seed);
  const bell = () => random.unit() + random.unit() + random.unit();
  return [0, 1].map(() => Float64Array.from({ length: rows }, (_, at) => (at === rows - 1 ? 9 : bell())));
}

test("three values on a line: the path lengths worked out by hand", () => {
  // A cut between 0 and 1 (1 in 10) leaves 0 alone at depth 1, one between 1 and 10 (9 in 10) leaves 10 alone.
  const scores = isolationScores([column(0, 1, 10)], { trees: 20_000, sample: 3, seed: 5 });
  for (const [row, meanPath] of [1.9, 2, 1.1].entries()) {
    const expected = 2 ** (-meanPath / averagePathLength(3));
    assert.ok(Math.abs(scores[row]! - expected) < 0.003, `row ${row}: ${scores[row]}, not ${expected}`);
  }
});

test("two rows take one cut: the score is a half", () => {
  assert.deepEqual([...isolationScores([column(3, 4)])], [0.5, 0.5]);
});

test("the row far away scores highest, whatever the seed", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const scores = isolationScores(cloudAndOne(300, 1), { seed });
      assert.equal(scores.indexOf(Math.max(...scores)), 299);
    }),
    { numRuns: 20 },
  );
});

test("scores are a function of columns and seed, in 0..1", () => {
  const columns = fc.array(fc.tuple(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.nat(5)), {
    minLength: 1,
  });
  fc.assert(
    fc.property(columns, fc.nat(), (rows, seed) => {
      const features = [
        Float64Array.from(rows, ([one]) => one),
        Float64Array.from(rows, ([, other]) => other),
      ];
      const scores = isolationScores(features, { seed, trees: 20 });
      assert.deepEqual(isolationScores(features, { seed, trees: 20 }), scores);
      for (const score of scores) assert.ok(score > 0 && score <= 1);
    }),
  );
});

test("another seed gives other scores", () => {
  const columns = cloudAndOne(300, 1);
  assert.notDeepEqual(isolationScores(columns, { seed: 1 }), isolationScores(columns, { seed: 2 }));
});

test("the order of the rows matters as little as the seed", () => {
  const columns = cloudAndOne(400, 2);
  const turned = columns.map((values) => values.toReversed());
  const scores = isolationScores(columns, { trees: 400 });
  const other = isolationScores(turned, { trees: 400 }).reverse();
  for (const [row, score] of scores.entries()) assert.ok(Math.abs(score - other[row]!) < 0.06);
});

test("constant columns are never cut, and rows all alike score a half", () => {
  const columns = [...cloudAndOne(300, 3), new Float64Array(300).fill(7)];
  const scores = isolationScores(columns);
  assert.equal(scores.indexOf(Math.max(...scores)), 299);
  for (const score of isolationScores([new Float64Array(300).fill(7)]))
    assert.ok(Math.abs(score - 0.5) < 1e-9);
});

test("a row with a value that is not finite is scored NaN and changes no other score", () => {
  const columns = cloudAndOne(20, 4);
  const scores = isolationScores(columns);
  const [first, second] = columns.map((values) => [...values]);
  const longer = [column(Number.NaN, ...first!), column(5, ...second!)];
  assert.deepEqual([...isolationScores(longer)], [Number.NaN, ...scores]);
  assert.deepEqual(
    [...isolationScores([column(Number.NaN, Number.POSITIVE_INFINITY)])],
    [Number.NaN, Number.NaN],
  );
});

test("what cannot be a forest is said to be none", () => {
  assert.throws(() => isolationScores([]), /at least one/);
  assert.throws(() => isolationScores([column(1, 2), column(1)]), /column 1 has 1/);
  assert.throws(() => isolationScores([column(1, 2)], { trees: 0 }), /not trees 0/);
});

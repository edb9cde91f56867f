import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRandom } from "../../data/sample/random.ts";
import { isolationScores } from "./isolation-forest.ts";
import { APART, profileOutliers } from "./outliers.ts";

const NAMES = ["education", "hunger"].map((name) => ({ EN: name, HI: name }));

test("a place far from all others is told with the feature that is farthest, and where the others lie", () => {
  const random = makeRandom(5);
  const column = (odd: number) =>
    Float64Array.from({ length: 500 }, (_, at) => (at === 7 ? odd : 40 + random.below(20)));
  const features = [column(52), column(99)];
  const apart = isolationScores(features);
  const [first, ...others] = profileOutliers(features, apart, NAMES);
  assert.equal(first!.place, 7);
  assert.ok(first!.score > APART && others.every(({ score }) => score <= first!.score && score > APART));
  assert.deepEqual([first!.observed, first!.lower, first!.upper], [99, 40, 59]);
  assert.match(first!.explanation.EN, /farthest from the others is hunger, 99 where the median is (49|50)\./);
});

test("who has no score is none, nor is anybody among places all alike", () => {
  const same = new Float64Array(50).fill(30);
  assert.deepEqual(profileOutliers([same, same], isolationScores([same, same]), NAMES), []);
  const absent = new Float64Array(50).fill(Number.NaN);
  assert.deepEqual(profileOutliers([absent, absent], absent, NAMES), []);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRandom } from "../../data/sample/random.ts";
import { boundsOf, learnBands } from "./bands.ts";
import type { Miss } from "./misses.ts";

async function* missesAround(
  mean: number,
  count: number,
  off: (random: number) => number,
): AsyncGenerator<Miss> {
  const random = makeRandom(9);
  for (let at = 0; at < count; at++)
    yield { ahead: 1 + (at % 28), mean, actual: mean + off(random.below(1000) / 1000), origin: 0, step: at };
}

async function* all(...lists: AsyncIterable<Miss>[]): AsyncGenerator<Miss> {
  for (const list of lists) yield* list;
}

test("bounds hold as many counts as they claim, of counts like those they were learnt from", async () => {
  const spread = (share: number) => 600 * (share - 0.5);
  const bands = await learnBands(missesAround(500, 6000, spread), "DAY");
  let [within80, within95, count] = [0, 0, 0];
  for await (const { ahead, mean, actual } of missesAround(500, 6000, spread)) {
    const { lower80, upper80, lower95, upper95 } = boundsOf(bands, "DAY", ahead, mean);
    if (actual >= lower80 && actual <= upper80) within80++;
    if (actual >= lower95 && actual <= upper95) within95++;
    count++;
  }
  assert.ok(Math.abs(within80 / count - 0.8) < 0.01 && Math.abs(within95 / count - 0.95) < 0.01);
});

test("a class with few misses borrows from those beside it, never from the least, where nothing is missed", async () => {
  const none = missesAround(0.01, 3000, () => -0.01);
  const many = missesAround(500, 3000, (share) => 400 * (share - 0.5));
  const { lower80, mean, upper80 } = {
    mean: 50_000,
    ...boundsOf(await learnBands(all(none, many), "DAY"), "DAY", 3, 50_000),
  };
  assert.ok(lower80 < 0.9 * mean && upper80 > 1.1 * mean, `${lower80} ${upper80}`);
  const alone = boundsOf(await learnBands(none, "DAY"), "DAY", 3, 50_000);
  assert.ok(alone.lower95 === 0 && alone.upper95 > 100_000, "nothing is known: as wide as can be");
});

test("bounds never close upon the mean, though all misses were to one side", async () => {
  for (const side of [1, -1]) {
    const bands = await learnBands(
      missesAround(500, 3000, (share) => side * (100 + share)),
      "DAY",
    );
    const { lower95, lower80, upper80, upper95 } = boundsOf(bands, "DAY", 5, 500);
    const rising = [lower95, lower80, 500, upper80, upper95];
    assert.ok(
      rising.every((value, at) => at === 0 || value > rising[at - 1]!),
      rising.join(" "),
    );
  }
});

test("farther than was seen they widen", async () => {
  const bands = await learnBands(
    missesAround(500, 3000, (share) => 200 * (share - 0.5)),
    "DAY",
  );
  const width = (ahead: number) => {
    const { lower80, upper80 } = boundsOf(bands, "DAY", ahead, 500);
    return upper80 - lower80;
  };
  assert.ok(width(60) > width(28) && Math.abs(width(112) / width(28) - 2) < 1e-9);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { baseOf } from "./base.ts";
import { totalOf } from "./cohort.ts";
import { factsUpTo, loadFacts } from "./facts.ts";

const facts = factsUpTo(loadFacts(), 2016);
const base = baseOf(facts);
const find = (code: string) => base.states.find((state) => state.code === code)!;

test("the base has the official people of its year", () => {
  base.states.forEach(({ people }, index) => {
    assert.ok(Math.abs(totalOf(people) - facts.states[index]!.population.at(-1)!) < 1e-3);
  });
});

test("what one state gains by migration others lose", () => {
  const movers = base.states.map(
    ({ migration }, index) => migration * facts.states[index]!.population.at(-1)!,
  );
  const gross = movers.reduce((sum, moved) => sum + Math.abs(moved), 0);
  const net = movers.reduce((sum, moved) => sum + moved, 0);
  assert.ok(Math.abs(net) < 0.03 * gross);
});

test("fitted fertility and life expectancy lie near the published ones, which had no part in the fit", () => {
  // Children per woman: Sample Registration System 2016; years: its life tables of 2012-16.
  const published = [
    ["IN-BR", 3.3],
    ["IN-UP", 3.1],
    ["IN-MP", 2.8],
    ["IN-GJ", 2.2],
    ["IN-KA", 1.8],
    ["IN-WB", 1.6],
  ] as const;
  for (const [code, rate] of published) {
    assert.ok(Math.abs(find(code).fertility * base.birthScale - rate) < 0.25, code);
  }
  const weights = facts.states.map(({ population }) => population.at(-1)!);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = base.states.reduce(
    (sum, { expectancy }, index) => sum + (expectancy * weights[index]!) / all,
    0,
  );
  assert.ok(Math.abs(mean - 68.7) < 3, `${mean}`);
});

test("the same facts give the same base, computed once", () => {
  assert.equal(baseOf(facts), base);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGazetteer } from "../../data/places/gazetteer.ts";
import { factsUpTo, loadFacts } from "./facts.ts";

const facts = loadFacts();
const find = (code: string) => facts.states.find((state) => state.code === code)!;

test("the facts have the gazetteer's 36 states, each with every figure", () => {
  assert.deepEqual(
    facts.states.map(({ code }) => code),
    loadGazetteer().states.map(({ code }) => code),
  );
  for (const { code, population, census, births, deaths } of facts.states) {
    assert.equal(population.length, 16, code);
    assert.equal(census.length, 17, code);
    assert.deepEqual([...births.keys()], [2014, 2015, 2016]);
    assert.deepEqual([...deaths.keys()], [2014, 2015, 2016]);
    const figures = [...population, ...census, ...births.values(), ...deaths.values()];
    assert.ok(
      figures.every((figure) => figure > 0),
      code,
    );
  }
});

test("the census's persons are those of the official population of 2011, states that divided taken together", () => {
  const counted = (code: string) => Math.round(find(code).census.reduce((sum, band) => sum + band, 0));
  const apart = new Set(["IN-JK", "IN-LA", "IN-AP", "IN-TG"]);
  for (const { code, population } of facts.states) {
    if (!apart.has(code)) assert.ok(Math.abs(counted(code) - population[0]!) <= 1000, code);
  }
  for (const [one, other] of [
    ["IN-JK", "IN-LA"],
    ["IN-AP", "IN-TG"],
  ] as const) {
    assert.equal(counted(one), counted(other));
    assert.ok(Math.abs(counted(one) - find(one).population[0]! - find(other).population[0]!) <= 1000);
  }
});

test("facts up to a year hold nothing later", () => {
  const then = factsUpTo(facts, 2015);
  for (const { population, births, fertility, infant } of then.states) {
    assert.equal(population.length, 5);
    assert.deepEqual([...births.keys()], [2014, 2015]);
    assert.deepEqual([fertility, infant], [null, null]);
  }
  assert.deepEqual([...factsUpTo(facts, 2012).states[0]!.births.keys()], [2014]);
});

test("a base year without facts is refused", () => {
  for (const wrong of [2011, 2027, 2015.5, Number.NaN]) {
    assert.throws(() => factsUpTo(facts, wrong), { code: "BAD_USER_INPUT", message: /from 2012 to 2026/ });
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { projectPlace } from "./answer.ts";
import { compareYears } from "./compare.ts";
import type { AssumptionInput } from "./resolve.ts";

const districts = [
  { code: "IN-GA/north-goa", weight: 600 },
  { code: "IN-GA/south-goa", weight: 400 },
];

test("a state's answer carries people, needs, stress, assumptions and notes in both languages", () => {
  const { base, years, assumptions, notes } = projectPlace({ place: "IN-BR", horizon: 10 });
  assert.equal(base.people.year, 2026);
  assert.deepEqual(
    years.map(({ people }) => people.year),
    [2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036],
  );
  assert.equal(years[0]!.needs.schoolSeats, years[0]!.people.groups.ages5To17);
  assert.equal(years[0]!.stress.level, "LOW");
  assert.ok(assumptions.every(({ value, source, unit }) => value !== null && source !== "" && unit !== ""));
  assert.ok(notes.some(({ EN }) => EN.includes("never taken for population")));
  assert.ok(notes.every(({ HI }) => /[\u0900-\u097f]/.test(HI)));
});

test("the country names no single value where each state has its own", () => {
  const { assumptions } = projectPlace({ place: "IN", horizon: 1, assumptions: { infantMortality: 20 } });
  const find = (name: string) => assumptions.find((one) => one.name === name)!;
  assert.equal(find("totalFertilityRate").value, null);
  assert.deepEqual([find("infantMortality").value, find("infantMortality").given], [20, true]);
  assert.deepEqual([find("fertilityFloor").value, find("fertilityFloor").given], [1.7, false]);
});

test("districts add up to their state, and carry a note of their rule", () => {
  const state = projectPlace({ place: "IN-GA", horizon: 5 });
  const parts = districts.map(({ code }) => projectPlace({ place: code, horizon: 5, districts }));
  state.years.forEach(({ people }, index) => {
    const sum = parts.reduce((all, { years }) => all + years[index]!.people.population, 0);
    assert.equal(sum, people.population);
  });
  assert.ok(parts[0]!.notes.some(({ EN }) => EN.startsWith("A district's share")));
});

test("an unknown place is refused", () => {
  for (const place of ["IN-XX", "411001", "IN-GA/no-such"]) {
    assert.throws(() => projectPlace({ place, horizon: 1, districts }), { code: "NOT_FOUND" });
  }
});

test("two scenarios side by side differ by the second less the first", () => {
  const under = (assumptions: AssumptionInput) =>
    projectPlace({ place: "IN-UP", horizon: 10, assumptions }).years.map(({ people }) => people);
  const [central, fertile] = [under({}), under({ totalFertilityRate: 3 })];
  compareYears(central, fertile).forEach(({ first, second, difference }, index) => {
    assert.deepEqual([first, second], [central[index], fertile[index]]);
    assert.equal(difference.population, second.population - first.population);
    assert.equal(difference.groups.ages0To4, second.groups.ages0To4 - first.groups.ages0To4);
    assert.equal(difference.births, second.births! - first.births!);
    assert.ok(difference.births > 0);
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { projectPlace } from "../engines/projection/answer.ts";
import { answer, ask, tinyStore } from "./fixture.ts";

const store = tinyStore();
const YEAR = `year population ages0To4 ages5To17 ages18To59 ages60Plus births deaths migration stress growthOfNeeds
  planning { schoolSeats hospitalBeds police doctors skillPlaces updatesDueAt5 updatesDueAt15 }`;

describe("projections in the graph", () => {
  test("a state is projected for the years asked for, with assumptions, sources and notes", async () => {
    const { projection } = await answer(
      store,
      `{ projection(place: "IN-TG", horizons: [10, 1, 1]) { place { code } base { ${YEAR} } years { ${YEAR} }
        assumptions { name label hindi: label(language: HI) value unit source given } notes hindi: notes(language: HI) } }`,
    );
    const known = projectPlace({ place: "IN-TG", horizon: 10 });
    assert.equal(projection.place.code, "IN-TG");
    assert.deepEqual(
      projection.years.map(({ year, population }: { year: number; population: number }) => [
        year,
        population,
      ]),
      [0, 9].map((at) => [known.years[at]!.people.year, known.years[at]!.people.population]),
    );
    assert.equal(projection.base.births, null);
    const [first] = projection.years;
    assert.equal(first.ages0To4 + first.ages5To17 + first.ages18To59 + first.ages60Plus, first.population);
    assert.equal(
      projection.base.population + first.births - first.deaths + first.migration,
      first.population,
    );
    assert.equal(first.planning.schoolSeats, first.ages5To17);
    const fertility = projection.assumptions.find(
      ({ name }: { name: string }) => name === "totalFertilityRate",
    );
    assert.ok(
      fertility.value > 1 && !fertility.given && /National Family Health Survey/.test(fertility.source),
    );
    assert.match(fertility.hindi, /प्रजनन|बच्चे/);
    assert.ok(projection.notes.some((note: string) => note.includes("never taken for population")));
    assert.equal(projection.hindi.length, projection.notes.length);
  });

  test("districts add up to their state, by their activity; one without reports has its share", async () => {
    const codes = store.gazetteer.districts
      .filter(({ code }) => code.startsWith("IN-TG/"))
      .map(({ code }) => code);
    const asked = codes.map(
      (code, at) =>
        `d${at}: projection(place: "${code}", horizons: [5]) { years { population } base { population } }`,
    );
    const of = await answer(
      store,
      `{ all: projection(place: "IN-TG", horizons: [5]) { years { population } } ${asked.join(" ")} }`,
    );
    const parts = codes.map((_, at) => of[`d${at}`].years[0].population as number);
    assert.equal(
      parts.reduce((sum, part) => sum + part, 0),
      of.all.years[0].population,
    );
    assert.ok(Math.min(...parts) > 0);
    const equal = await answer(
      store,
      `{ projection(place: "${codes[0]}", horizons: [5], assumptions: { districtShrinkage: 1 }) { years { population } } }`,
    );
    assert.ok(Math.abs(equal.projection.years[0].population - of.all.years[0].population / codes.length) < 5);
  });

  test("assumptions, variants and ratios change it, and are told as given", async () => {
    const { projection } = await answer(
      store,
      `{ projection(place: "IN", horizons: [10], assumptions: { totalFertilityRate: 3, ratios: { bedsPerThousand: 2 } }) {
        years { population planning { hospitalBeds } }
        low: under(variant: LOW) { population } high: under(variant: HIGH) { population }
        assumptions { name value given source } } }`,
    );
    const [{ population, planning }] = projection.years;
    assert.ok(projection.low[0].population < population && population < projection.high[0].population);
    assert.equal(planning.hospitalBeds, Math.round((population * 2) / 1000));
    const given = projection.assumptions.filter((one: { given: boolean }) => one.given);
    assert.deepEqual(given, [
      { name: "totalFertilityRate", value: 3, given: true, source: "Given by the caller" },
    ]);
  });

  test("two scenarios stand side by side, with what the second changes", async () => {
    const { scenarios } = await answer(
      store,
      `{ scenarios(place: "IN-TN", horizons: [1, 20], second: { migrationRate: 20 }) {
        first { assumptions { name given } }
        years { year first { population } second { population ages0To4 } difference { population ages0To4 } } } }`,
    );
    for (const { first, second, difference } of scenarios.years)
      assert.equal(difference.population, second.population - first.population);
    assert.ok(scenarios.years[1].difference.population > 0);
    assert.ok(scenarios.first.assumptions.every(({ given }: { given: boolean }) => !given));
  });

  const wrong: [what: string, field: string, code: string, message: RegExp][] = [
    ["a pincode", 'projection(place: "500001")', "BAD_USER_INPUT", /ask for IN-TG\/hyderabad/],
    ["an unknown place", 'projection(place: "IN-XX")', "NOT_FOUND", /no place has the code/],
    ["no year", 'projection(place: "IN", horizons: [])', "BAD_USER_INPUT", /horizons is empty/],
    [
      "a year beyond 20",
      'projection(place: "IN", horizons: [5, 21])',
      "BAD_USER_INPUT",
      /holds 21: give years/,
    ],
    ["the base year", 'projection(place: "IN", horizons: [0])', "BAD_USER_INPUT", /holds 0/],
    [
      "an assumption out of range",
      'projection(place: "IN", assumptions: { totalFertilityRate: 9 })',
      "BAD_USER_INPUT",
      /totalFertilityRate is 9; give a number from 0.8 to 6.5/,
    ],
    [
      "a ratio out of range",
      'projection(place: "IN", assumptions: { ratios: { skillShare: 5 } })',
      "BAD_USER_INPUT",
      /skillShare is 5/,
    ],
    [
      "a shrinkage out of range",
      'projection(place: "IN-TG/hyderabad", assumptions: { districtShrinkage: -1 })',
      "BAD_USER_INPUT",
      /shrinkage is -1/,
    ],
  ];
  for (const [what, field, code, message] of wrong) {
    test(`refuses ${what}`, async () => {
      const { data, errors } = await ask(store, `{ ${field} { base { year } } dataset { rows } }`);
      assert.equal(errors![0]!.extensions.code, code);
      assert.match(errors![0]!.message, message);
      assert.ok((data!.dataset as { rows: number }).rows > 0);
    });
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Fault } from "../../data/fault.ts";
import { anyAssumptions, anyState } from "./arbitrary.ts";
import { ASSUMPTIONS } from "./assumptions.ts";
import { baseOf } from "./base.ts";
import { loadFacts } from "./facts.ts";
import { addProjections, projectStates, type StateProjection } from "./project.ts";
import { ASSUMPTION_NAMES, type AssumptionInput } from "./resolve.ts";

const base = baseOf(loadFacts());
const horizons = fc.integer({ min: 1, max: 20 });

const one = (code: string, horizon: number, input: AssumptionInput = {}): StateProjection =>
  projectStates(base, horizon, input, [code])[0]!;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

function assertSound({ base: start, years }: StateProjection): void {
  let before = start.population;
  for (const year of years) {
    const figures = [...year.ages, year.births!, year.deaths!, ...Object.values(year.groups)];
    assert.ok(figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0));
    assert.ok(Number.isSafeInteger(year.migration));
    assert.equal(year.population, sum(year.ages));
    assert.equal(year.population, sum(Object.values(year.groups)));
    assert.equal(year.population, before + year.births! - year.deaths! + year.migration!);
    before = year.population;
  }
}

test("every figure is whole, finite and not negative, and the account closes, whatever is assumed", () => {
  fc.assert(
    fc.property(anyState, horizons, anyAssumptions, (code, horizon, input) => {
      const projection = one(code, horizon, input);
      assert.equal(projection.years.length, horizon);
      assertSound(projection);
    }),
    { numRuns: 150 },
  );
});

test("the country is the sum of its states to the person, by age and by flow, and its account closes", () => {
  fc.assert(
    fc.property(anyAssumptions, (input) => {
      const states = projectStates(base, 3, input);
      const country = addProjections("IN", states);
      assertSound(country);
      country.years.forEach((year, index) => {
        for (const name of [
          "population",
          "births",
          "deaths",
          "migration",
          "turning5",
          "turning15",
        ] as const) {
          assert.equal(year[name], sum(states.map(({ years }) => years[index]![name]!)));
        }
        assert.deepEqual(
          year.ages,
          year.ages.map((_, age) => sum(states.map(({ years }) => years[index]!.ages[age]!))),
        );
      });
    }),
    { numRuns: 5 },
  );
});

test("the base year is the official population and has no flows", () => {
  const facts = loadFacts();
  projectStates(base, 1).forEach(({ code, base: start }, index) => {
    assert.equal(start.population, facts.states[index]!.population.at(-1), code);
    assert.deepEqual([start.births, start.deaths, start.migration], [null, null, null]);
  });
});

test("the same question gives the same answer, and a longer one begins with the shorter one's years", () => {
  fc.assert(
    fc.property(anyState, horizons, anyAssumptions, (code, horizon, input) => {
      const projection = one(code, horizon, input);
      assert.deepEqual(one(code, horizon, input), projection);
      assert.deepEqual(one(code, 20, input).years.slice(0, horizon), projection.years);
    }),
    { numRuns: 30 },
  );
});

test("higher fertility never means fewer births in any year", () => {
  const { min, max } = ASSUMPTIONS.totalFertilityRate;
  const rates = fc.double({ min, max: max - 0.1, noNaN: true });
  fc.assert(
    fc.property(anyState, rates, fc.double({ min: 0.1, max: 1, noNaN: true }), (code, rate, more) => {
      const fewer = one(code, 20, { totalFertilityRate: rate });
      const further = one(code, 20, { totalFertilityRate: Math.min(max, rate + more) });
      fewer.years.forEach(({ births }, index) => {
        assert.ok(births! <= further.years[index]!.births!);
      });
    }),
    { numRuns: 50 },
  );
});

test("fewer live where mortality falls more slowly", () => {
  fc.assert(
    fc.property(anyState, (code) => {
      const slow = one(code, 10, { lifeExpectancyGain: 0 }).years.at(-1)!;
      const fast = one(code, 10, { lifeExpectancyGain: 0.5 }).years.at(-1)!;
      assert.ok(slow.population < fast.population);
      assert.ok(slow.groups.ages60Plus < fast.groups.ages60Plus);
    }),
    { numRuns: 10 },
  );
});

test("low, central and high lie in this order for any assumptions", () => {
  fc.assert(
    fc.property(anyState, anyAssumptions, (code, input) => {
      const low = one(code, 20, { ...input, variant: "LOW" });
      const central = one(code, 20, { ...input, variant: "CENTRAL" });
      const high = one(code, 20, { ...input, variant: "HIGH" });
      central.years.forEach(({ population }, index) => {
        assert.ok(low.years[index]!.population <= population);
        assert.ok(population <= high.years[index]!.population);
      });
    }),
    { numRuns: 50 },
  );
});

test("migration too small for a person is 0, not -0", () => {
  assert.ok(Object.is(one("IN-AN", 1, { migrationRate: -1e-14 }).years[0]!.migration, 0));
});

test("without migration nobody moves", () => {
  const { years } = one("IN-DL", 5, { migrationRate: 0 });
  assert.deepEqual(
    years.map(({ migration }) => migration),
    [0, 0, 0, 0, 0],
  );
});

test("an assumption out of its range is refused with the range", () => {
  for (const name of ASSUMPTION_NAMES) {
    const { min, max } = ASSUMPTIONS[name];
    for (const wrong of [min - 0.01, max + 0.01, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(
        () => one("IN-KL", 1, { [name]: wrong }),
        (error) =>
          error instanceof Fault &&
          error.code === "BAD_USER_INPUT" &&
          error.message.includes(`from ${min} to ${max}`),
      );
    }
  }
});

test("a horizon is a whole number of years from 1 to 20", () => {
  for (const wrong of [0, 21, 1.5, Number.NaN]) {
    assert.throws(() => one("IN-KL", wrong), { code: "BAD_USER_INPUT", message: /from 1 to 20/ });
  }
});

test("a variant that is none is refused", () => {
  const input = { variant: "MEDIUM" } as unknown as AssumptionInput;
  assert.throws(() => one("IN-KL", 1, input), { code: "BAD_USER_INPUT", message: /LOW, CENTRAL or HIGH/ });
});

test("India's growth slows down year by year", () => {
  const { base: start, years } = addProjections("IN", projectStates(base, 20));
  const sizes = [start, ...years].map(({ population }) => population);
  const growths = sizes.slice(1).map((size, index) => size / sizes[index]! - 1);
  growths.slice(1).forEach((growth, index) => {
    assert.ok(growth < growths[index]!);
  });
});

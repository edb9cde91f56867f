import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyAssumptions, anyState } from "./arbitrary.ts";
import { baseOf } from "./base.ts";
import { districtShares, shareOut } from "./districts.ts";
import { loadFacts } from "./facts.ts";
import { projectStates } from "./project.ts";

const base = baseOf(loadFacts());
const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 75 });
const named = (values: readonly number[]) => values.map((weight, index) => ({ code: `d${index}`, weight }));

test("districts add up to their state to the person in every figure, and each closes its own account", () => {
  fc.assert(
    fc.property(anyState, weights, anyAssumptions, (code, given, input) => {
      const state = projectStates(base, 4, input, [code])[0]!;
      const districts = shareOut(state, named(given));
      [state.base, ...state.years].forEach((whole, index) => {
        const parts = districts.map((one) => (index === 0 ? one.base : one.years[index - 1]!));
        for (const name of [
          "population",
          "turning5",
          "turning15",
          "births",
          "deaths",
          "migration",
        ] as const) {
          const sum = parts.reduce((all, part) => all + (part[name] ?? 0), 0);
          assert.equal(sum, whole[name] ?? 0);
        }
        for (const [group, persons] of Object.entries(whole.groups)) {
          const of = (part: (typeof parts)[number]) => part.groups[group as keyof typeof part.groups];
          assert.equal(
            parts.reduce((all, part) => all + of(part), 0),
            persons,
          );
          assert.ok(parts.every((part) => of(part) >= 0));
        }
      });
      for (const { base: start, years } of districts) {
        let before = start.population;
        for (const { population, births, deaths, migration } of years) {
          assert.equal(population, before + births! - deaths! + migration!);
          before = population;
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("shares lie between the weights' and equal ones", () => {
  assert.deepEqual(districtShares(named([3, 1]), 0), [0.75, 0.25]);
  assert.deepEqual(districtShares(named([3, 1]), 1), [0.5, 0.5]);
  assert.deepEqual(districtShares(named([3, 1]), 0.5), [0.625, 0.375]);
  assert.deepEqual(districtShares(named([0, 0])), [0.5, 0.5]);
});

test("weights and shrinkage out of range are refused", () => {
  assert.throws(() => districtShares(named([-1, 2])), { code: "BAD_USER_INPUT", message: /weight of d0/ });
  assert.throws(() => districtShares(named([Number.NaN])), { code: "BAD_USER_INPUT" });
  assert.throws(() => districtShares(named([1]), 1.1), { code: "BAD_USER_INPUT", message: /from 0 to 1/ });
  assert.throws(() => districtShares([]), { code: "BAD_USER_INPUT" });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { budgetStress, planningFigures } from "./planning.ts";
import type { ProjectionYear } from "./project.ts";

const people: ProjectionYear = {
  year: 2030,
  population: 1_000_000,
  groups: { ages0To4: 90_000, ages5To17: 230_000, ages18To59: 570_000, ages60Plus: 110_000 },
  turning5: 18_000,
  turning15: 17_500,
  births: 17_000,
  deaths: 7_000,
  migration: 0,
};

test("needs are people times ratios", () => {
  assert.deepEqual(planningFigures(people), {
    year: 2030,
    schoolSeats: 230_000,
    hospitalBeds: 1300,
    police: 2200,
    doctors: 800,
    skillPlaces: 28_500,
    updatesDueAt5: 18_000,
    updatesDueAt15: 17_500,
  });
  const { schoolSeats, doctors } = planningFigures(people, { enrolmentRatio: 0.9, doctorsPerThousand: 1 });
  assert.deepEqual([schoolSeats, doctors], [207_000, 1000]);
});

test("a ratio out of its range is refused with the range", () => {
  assert.throws(() => planningFigures(people, { skillShare: 1.01 }), {
    code: "BAD_USER_INPUT",
    message: /skillShare is 1.01; give a number from 0 to 1/,
  });
});

test("stress is graded by the mean growth of needs, a falling need counting as none", () => {
  const start = planningFigures(people);
  const grown = (factor: number, schools = factor) =>
    planningFigures({
      ...people,
      population: people.population * factor,
      groups: {
        ...people.groups,
        ages5To17: people.groups.ages5To17 * schools,
        ages18To59: people.groups.ages18To59 * factor,
      },
      turning5: people.turning5 * factor,
      turning15: people.turning15 * factor,
    });
  const levels = [1, 1.04, 1.06, 1.15, 1.3].map((factor) => budgetStress(start, grown(factor)).level);
  assert.deepEqual(levels, ["LOW", "LOW", "MEDIUM", "HIGH", "CRITICAL"]);
  assert.ok(Math.abs(budgetStress(start, grown(1.12, 0.5)).growth - 0.1) < 1e-3);
  assert.equal(budgetStress(start, grown(1.3), [0.1, 0.35, 0.5]).level, "MEDIUM");
  assert.throws(() => budgetStress(start, start, [0.2, 0.1, 0.3]), { code: "BAD_USER_INPUT" });
});

test("where nothing is needed nothing grows", () => {
  const none = planningFigures({
    ...people,
    population: 0,
    groups: { ages0To4: 0, ages5To17: 0, ages18To59: 0, ages60Plus: 0 },
    turning5: 0,
    turning15: 0,
  });
  assert.deepEqual(budgetStress(none, none), { level: "LOW", growth: 0 });
});

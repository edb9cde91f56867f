import type { AgeGroup } from "../engines/projection/ages.ts";
import type { PlannedYear } from "../engines/projection/answer.ts";
import { type ComparedYear, compareYears } from "../engines/projection/compare.ts";
import { builder } from "./builder.ts";
import { ProjectedYear } from "./projected-year.ts";
import {
  type Asked,
  horizonsArg,
  PROJECTION_COST,
  Projection,
  placeArg,
  project,
  yearsOf,
} from "./projection.ts";
import { horizonsAsked, ProjectionAssumptions } from "./projection-input.ts";

type Difference = ComparedYear["difference"];

const ScenarioDifference = builder.objectRef<Difference>("ScenarioDifference");
ScenarioDifference.implement({
  description: "The second scenario less the first. Unit: persons.",
  fields: (t) => {
    const group = (name: AgeGroup, ages: string) =>
      t.int({ description: `Aged ${ages}.`, resolve: ({ groups }) => groups[name] });
    return {
      population: t.exposeInt("population", { description: "All ages." }),
      ages0To4: group("ages0To4", "0–4"),
      ages5To17: group("ages5To17", "5–17"),
      ages18To59: group("ages18To59", "18–59"),
      ages60Plus: group("ages60Plus", "60 and over"),
    };
  },
});

interface ScenarioYears {
  readonly first: PlannedYear;
  readonly second: PlannedYear;
  readonly difference: Difference;
}

const ScenarioYear = builder.objectRef<ScenarioYears>("ScenarioYear");
ScenarioYear.implement({
  description: "A year under both scenarios.",
  fields: (t) => ({
    year: t.int({ description: "Calendar year.", resolve: ({ first }) => first.people.year }),
    first: t.expose("first", { type: ProjectedYear, description: "Under the first." }),
    second: t.expose("second", { type: ProjectedYear, description: "Under the second." }),
    difference: t.expose("difference", { type: ScenarioDifference, description: "What the second changes." }),
  }),
});

interface Both {
  readonly first: Asked;
  readonly second: Asked;
}

function yearsOfBoth({ first, second }: Both): ScenarioYears[] {
  const [some, others] = [first, second].map((one) => yearsOf(one.answer, one.horizons)) as [
    PlannedYear[],
    PlannedYear[],
  ];
  const people = (years: readonly PlannedYear[]) => years.map((year) => year.people);
  return compareYears(people(some), people(others)).map(({ difference }, at) => ({
    first: some[at]!,
    second: others[at]!,
    difference,
  }));
}

const ScenarioComparison = builder.objectRef<Both>("ScenarioComparison");
ScenarioComparison.implement({
  description: "One place under two sets of assumptions.",
  fields: (t) => ({
    years: t.field({
      type: [ScenarioYear],
      complexity: { field: 1, multiplier: 20 },
      description: "The years asked for, side by side.",
      resolve: yearsOfBoth,
    }),
    first: t.expose("first", { type: Projection, description: "The projection under the first." }),
    second: t.expose("second", { type: Projection, description: "The projection under the second." }),
  }),
});

builder.queryField("scenarios", (t) =>
  t.field({
    type: ScenarioComparison,
    nullable: true,
    complexity: { field: 2 * PROJECTION_COST, multiplier: 1 },
    description: "Two sets of assumptions side by side. Null with an error alone.",
    args: {
      place: t.arg.id(placeArg),
      horizons: t.arg.intList(horizonsArg),
      first: t.arg({
        type: ProjectionAssumptions,
        description: "Of the first scenario; defaults where left out.",
      }),
      second: t.arg({ type: ProjectionAssumptions, description: "Of the second, likewise." }),
    },
    resolve: async (_, { place, horizons: asked, ...scenarios }, context) => {
      const horizons = horizonsAsked(asked);
      const of = (assumptions: typeof scenarios.first) =>
        project(context, String(place), horizons, assumptions);
      const [first, second] = await Promise.all([of(scenarios.first), of(scenarios.second)]);
      return { first, second };
    },
  }),
);

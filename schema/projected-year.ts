import type { AgeGroup } from "../engines/projection/ages.ts";
import type { PlannedYear } from "../engines/projection/answer.ts";
import type { BudgetStress, PlanningFigures as Figures } from "../engines/projection/planning.ts";
import { builder } from "./builder.ts";

const BudgetStressEnum = builder.enumType("BudgetStress", {
  description:
    "How much needs grow since the base year, on average over schools, beds, police, doctors, training and updates; a need that falls counts 0.",
  values: {
    LOW: { description: "Less than 5 %." },
    MEDIUM: { description: "From 5 %." },
    HIGH: { description: "From 10 %." },
    CRITICAL: { description: "From 20 %." },
  } satisfies Record<BudgetStress, { description: string }>,
});

const PlanningFigures = builder.objectRef<Figures>("PlanningFigures");
PlanningFigures.implement({
  description: "People times a ratio: what would be needed, not what exists.",
  fields: (t) => ({
    schoolSeats: t.exposeInt("schoolSeats", { description: "Seats for ages 5–17." }),
    hospitalBeds: t.exposeInt("hospitalBeds", { description: "Hospital beds." }),
    police: t.exposeInt("police", { description: "Police." }),
    doctors: t.exposeInt("doctors", { description: "Doctors." }),
    skillPlaces: t.exposeInt("skillPlaces", { description: "Places of skill training for ages 18–59." }),
    updatesDueAt5: t.exposeInt("updatesDueAt5", {
      description: "Mandatory biometric updates of children who turn 5 within the year before.",
    }),
    updatesDueAt15: t.exposeInt("updatesDueAt15", { description: "Those of children who turn 15." }),
  }),
});

export const ProjectedYear = builder.objectRef<PlannedYear>("ProjectedYear");
ProjectedYear.implement({
  description:
    "A place's people on 1 March of a year, and what they need. Unit: persons. population = the year before's + births − deaths + migration.",
  fields: (t) => {
    const group = (name: AgeGroup, ages: string) =>
      t.int({ description: `Aged ${ages}.`, resolve: ({ people }) => people.groups[name] });
    const flow = (name: "births" | "deaths" | "migration", what: string) =>
      t.int({
        nullable: true,
        description: `${what} within the year before; null in the base year.`,
        resolve: ({ people }) => people[name],
      });
    return {
      year: t.int({ description: "Calendar year.", resolve: ({ people }) => people.year }),
      population: t.int({
        description: "All ages; the sum of the four groups.",
        resolve: ({ people }) => people.population,
      }),
      ages0To4: group("ages0To4", "0–4"),
      ages5To17: group("ages5To17", "5–17"),
      ages18To59: group("ages18To59", "18–59"),
      ages60Plus: group("ages60Plus", "60 and over"),
      births: flow("births", "Born"),
      deaths: flow("deaths", "Died"),
      migration: flow("migration", "Moved in, less those who moved out,"),
      planning: t.field({
        type: PlanningFigures,
        description: "What they need.",
        resolve: ({ needs }) => needs,
      }),
      stress: t.field({
        type: BudgetStressEnum,
        description: "How much that grows since the base year.",
        resolve: ({ stress }) => stress.level,
      }),
      growthOfNeeds: t.float({
        description: "The growth that stress goes by, since the base year. Unit: share, 0.1 being 10 %.",
        resolve: ({ stress }) => stress.growth,
      }),
    };
  },
});

import { Fault } from "../data/fault.ts";
import type { Place as PlaceShape } from "../data/places/place.ts";
import type { PlannedYear, ProjectionAnswer, ProjectionRequest } from "../engines/projection/answer.ts";
import type { DistrictWeight } from "../engines/projection/districts.ts";
import type { AssumptionUsed } from "../engines/projection/resolve.ts";
import { builder } from "./builder.ts";
import type { GraphContext } from "./context.ts";
import { LanguageEnum } from "./language.ts";
import { Place } from "./place.ts";
import { placeOf } from "./place-codes.ts";
import { ProjectedYear } from "./projected-year.ts";
import {
  type AssumptionsAsked,
  horizonsAsked,
  ProjectionAssumptions,
  peopleAssumptions,
  VariantEnum,
} from "./projection-input.ts";
import { rangeOf } from "./range.ts";

/** Cost of projecting one place for the longest horizon. */
export const PROJECTION_COST = 2000;

const languageArg = { type: LanguageEnum, defaultValue: "EN", description: "Language of it." } as const;

const AssumptionValue = builder.objectRef<AssumptionUsed>("AssumptionValue");
AssumptionValue.implement({
  description: "One number that a projection rests on.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "As in ProjectionAssumptions." }),
    label: t.string({
      description: "What it is.",
      args: { language: t.arg(languageArg) },
      resolve: ({ label }, { language }) => label[language ?? "EN"],
    }),
    value: t.exposeFloat("value", {
      nullable: true,
      description: "Null where every state has its own and the answer is of several.",
    }),
    unit: t.exposeString("unit", { description: "Its unit." }),
    source: t.exposeString("source", { description: "Where it is from, or why it is assumed." }),
    given: t.exposeBoolean("given", { description: "Whether the caller set it." }),
  }),
});

/** A place's projection, and how it was asked for. */
export interface Asked {
  readonly place: PlaceShape;
  readonly horizons: readonly number[];
  readonly request: ProjectionRequest;
  readonly answer: ProjectionAnswer;
}

export const yearsOf = ({ years }: ProjectionAnswer, horizons: readonly number[]): PlannedYear[] =>
  horizons.map((horizon) => years[horizon - 1]!);

export const Projection = builder.objectRef<Asked>("Projection");
Projection.implement({
  description:
    "A cohort-component projection of a place's people from the official population: what follows from its assumptions. Enrolment counts are never taken for population (docs/methods.md).",
  fields: (t) => ({
    place: t.expose("place", { type: Place, description: "Whose people." }),
    base: t.field({
      type: ProjectedYear,
      description: "The base year: the last with an official population.",
      resolve: ({ answer }) => answer.base,
    }),
    years: t.field({
      type: [ProjectedYear],
      complexity: { field: 1, multiplier: 20 },
      description: "The years asked for, rising.",
      resolve: ({ answer, horizons }) => yearsOf(answer, horizons),
    }),
    under: t.field({
      type: [ProjectedYear],
      complexity: { field: PROJECTION_COST, multiplier: 20 },
      description: "The same years under another variant of births and deaths.",
      args: { variant: t.arg({ type: VariantEnum, required: true, description: "Which." }) },
      resolve: async ({ request, horizons }, { variant }, { compute, signal }) => {
        const assumptions = { ...request.assumptions, variant };
        return yearsOf(await compute.project({ ...request, assumptions }, signal), horizons);
      },
    }),
    assumptions: t.field({
      type: [AssumptionValue],
      complexity: { field: 1, multiplier: 12 },
      description: "What it rests on, with defaults and sources.",
      resolve: ({ answer }) => answer.assumptions,
    }),
    notes: t.stringList({
      description: "What to bear in mind.",
      args: { language: t.arg(languageArg) },
      resolve: ({ answer }, { language }) => answer.notes.map((note) => note[language ?? "EN"]),
    }),
  }),
});

/** The activity of a state's districts, by which its people are shared out; none where it is not needed. */
async function weightsFor({ store, signal }: GraphContext, place: PlaceShape): Promise<DistrictWeight[]> {
  if (place.level !== "DISTRICT") return [];
  const { gazetteer, dataset } = store;
  const districts = gazetteer.districts.filter(({ state }) => state === place.state);
  const range = rangeOf(dataset, {});
  const sums = await store.values({ places: districts, metric: "ACTIVITY", ...range }, signal);
  return districts.map(({ code }, at) => ({ code, weight: sums[at] || 0 }));
}

/** @throws Fault BAD_USER_INPUT for a pincode, with the district to ask for instead */
async function requestFor(
  context: GraphContext,
  place: PlaceShape,
  horizon: number,
  asked: AssumptionsAsked,
): Promise<ProjectionRequest> {
  if (place.level === "PINCODE") {
    const { code } = context.store.gazetteer.districts[place.district]!;
    throw new Fault(
      "BAD_USER_INPUT",
      `Projections are made for the country, states and districts, not for pincodes: ask for ${code}.`,
      { argument: "place", nearest: [code] },
    );
  }
  return {
    place: place.code,
    horizon,
    assumptions: peopleAssumptions(asked),
    ratios: asked?.ratios ?? {},
    districts: await weightsFor(context, place),
    ...(asked?.districtShrinkage == null ? {} : { shrinkage: asked.districtShrinkage }),
  };
}

/** Projects the place that a code names. */
export async function project(
  context: GraphContext,
  code: string,
  horizons: readonly number[],
  asked: AssumptionsAsked,
): Promise<Asked> {
  const place = placeOf(context.store.gazetteer, code, "place");
  const request = await requestFor(context, place, horizons.at(-1)!, asked);
  return { place, horizons, request, answer: await context.compute.project(request, context.signal) };
}

export const placeArg = {
  required: true,
  description: "Code of the country, a state or a district.",
} as const;
export const horizonsArg = {
  defaultValue: [1, 5, 10],
  description: "Years after the base year, each from 1 to 20.",
};

builder.queryField("projection", (t) =>
  t.field({
    type: Projection,
    nullable: true,
    complexity: { field: PROJECTION_COST, multiplier: 1 },
    description: "Assumption-driven cohort projection. Null with an error alone.",
    args: {
      place: t.arg.id(placeArg),
      horizons: t.arg.intList(horizonsArg),
      assumptions: t.arg({
        type: ProjectionAssumptions,
        description: "What it rests on; defaults where left out.",
      }),
    },
    resolve: (_, { place, horizons, assumptions }, context) =>
      project(context, String(place), horizonsAsked(horizons), assumptions),
  }),
);

import { Fault } from "../../data/fault.ts";
import { baseOf } from "./base.ts";
import { type DistrictWeight, shareOut } from "./districts.ts";
import { type Facts, loadFacts } from "./facts.ts";
import { type Note, notesFor } from "./notes.ts";
import {
  type BudgetStress,
  budgetStress,
  type PlanningFigures,
  planningFigures,
  type RatioInput,
} from "./planning.ts";
import { addProjections, type ProjectionYear, projectStates } from "./project.ts";
import { type AssumptionInput, type AssumptionUsed, describeAssumptions } from "./resolve.ts";

/** What is asked about one place. */
export interface ProjectionRequest {
  /** IN, IN-XX or IN-XX/slug. */
  readonly place: string;
  /** Years after the base, 1 to 20. */
  readonly horizon: number;
  readonly assumptions?: AssumptionInput;
  readonly ratios?: RatioInput;
  /** All districts of the state with their weights; needed for a district alone. */
  readonly districts?: readonly DistrictWeight[];
  readonly shrinkage?: number;
}

/** A projected year with what it needs; the stress is against the base year. */
export interface PlannedYear {
  readonly people: ProjectionYear;
  readonly needs: PlanningFigures;
  readonly stress: { readonly level: BudgetStress; readonly growth: number };
}

export interface ProjectionAnswer {
  readonly place: string;
  readonly base: PlannedYear;
  readonly years: readonly PlannedYear[];
  readonly assumptions: readonly AssumptionUsed[];
  readonly notes: readonly Note[];
}

interface Peopled {
  readonly base: ProjectionYear;
  readonly years: readonly ProjectionYear[];
}

function peopleOf(facts: Facts, request: ProjectionRequest): Peopled {
  const { place, horizon, assumptions = {}, districts = [], shrinkage } = request;
  const base = baseOf(facts);
  if (place === "IN") return addProjections("IN", projectStates(base, horizon, assumptions));
  const [state] = projectStates(base, horizon, assumptions, [place.split("/")[0]!]);
  if (state === undefined) throw unknown(place);
  if (!place.includes("/")) return state;
  const district = shareOut(state, districts, shrinkage).find(({ code }) => code === place);
  if (district === undefined) throw unknown(place);
  return district;
}

const unknown = (place: string) =>
  new Fault("NOT_FOUND", `No projection for ${place}: give IN, a state or one of the districts given.`);

/**
 * A place's projection year by year with its planning figures, assumptions and notes. The country is the sum of the
 * states, a district a share of its state.
 * @throws Fault BAD_USER_INPUT for a number out of its stated range, NOT_FOUND for a place that is none
 */
export function projectPlace(request: ProjectionRequest, facts: Facts = loadFacts()): ProjectionAnswer {
  const { place, assumptions = {}, ratios = {} } = request;
  const { base, years } = peopleOf(facts, request);
  const start = planningFigures(base, ratios);
  const planned = (people: ProjectionYear): PlannedYear => {
    const needs = planningFigures(people, ratios);
    return { people, needs, stress: budgetStress(start, needs) };
  };
  const all = baseOf(facts);
  const state = place.split("/")[0]!;
  const concerned = state === "IN" ? all.states : all.states.filter(({ code }) => code === state);
  return {
    place,
    base: planned(base),
    years: years.map(planned),
    assumptions: describeAssumptions(all, concerned, assumptions),
    notes: notesFor(place),
  };
}

import { Fault } from "../../data/fault.ts";
import { ASSUMPTIONS } from "./assumptions.ts";
import type { Base, StateBase } from "./base.ts";
import { VARIANTS, type Variant } from "./variant.ts";

export type AssumptionName = keyof typeof ASSUMPTIONS;

/** What a caller may set; what is left out or null takes its default. */
export type AssumptionInput = { readonly variant?: Variant | null | undefined } & {
  readonly [name in AssumptionName]?: number | null | undefined;
};

/** Every assumption as a number, for one state. */
export type Assumptions = { readonly variant: Variant } & { readonly [name in AssumptionName]: number };

/** One line of what an answer rests on. */
export interface AssumptionUsed {
  readonly name: AssumptionName;
  readonly label: { readonly EN: string; readonly HI: string };
  /** null where every state has its own and the answer is of several. */
  readonly value: number | null;
  readonly unit: string;
  readonly source: string;
  /** Whether the caller set it. */
  readonly given: boolean;
}

export const ASSUMPTION_NAMES = Object.keys(ASSUMPTIONS) as AssumptionName[];

/** @throws Fault BAD_USER_INPUT unless the number is finite and within the range. */
export function checkRange(name: string, value: number, min: number, max: number, unit: string): void {
  if (Number.isFinite(value) && value >= min && value <= max) return;
  const said = `${name} is ${value}; give a number from ${min} to ${max} (${unit}).`;
  throw new Fault("BAD_USER_INPUT", said, { argument: name, min, max });
}

/** Years a projection may reach beyond its base. */
export const LONGEST_HORIZON = 20;

/** @throws Fault BAD_USER_INPUT unless the horizon is a whole number of years from 1 to 20. */
export function checkHorizon(horizon: number): void {
  const unit = "whole years after the base year";
  checkRange("horizon", horizon, 1, LONGEST_HORIZON, unit);
  if (!Number.isInteger(horizon)) {
    throw new Fault(
      "BAD_USER_INPUT",
      `horizon is ${horizon}; give a whole number from 1 to ${LONGEST_HORIZON}.`,
    );
  }
}

/** @throws Fault BAD_USER_INPUT for a variant that is none or an assumption outside its stated range. */
export function checkAssumptions(input: AssumptionInput): void {
  const variant = input.variant ?? "CENTRAL";
  if (!Object.hasOwn(VARIANTS, variant)) {
    throw new Fault("BAD_USER_INPUT", `variant is ${variant}; give LOW, CENTRAL or HIGH.`);
  }
  for (const name of ASSUMPTION_NAMES) {
    const { min, max, unit } = ASSUMPTIONS[name];
    const value = input[name];
    if (value !== undefined && value !== null) checkRange(name, value, min, max, unit);
  }
}

/** A state's assumptions: the caller's where given, else the default, else the state's own out of its base. */
export function resolveFor(base: Base, state: StateBase, input: AssumptionInput): Assumptions {
  const own: { readonly [name in AssumptionName]?: number } = {
    totalFertilityRate: state.fertility,
    fertilityDecline: state.fertilityDecline,
    infantMortality: state.infant,
    migrationRate: state.migration,
    birthScale: base.birthScale,
  };
  const value = (name: AssumptionName) => input[name] ?? ASSUMPTIONS[name].default ?? own[name]!;
  const values = Object.fromEntries(ASSUMPTION_NAMES.map((name) => [name, value(name)]));
  return { ...(values as Record<AssumptionName, number>), variant: input.variant ?? "CENTRAL" };
}

/** The assumptions of an answer, in the order of their table. */
export function describeAssumptions(
  base: Base,
  states: readonly StateBase[],
  input: AssumptionInput,
): AssumptionUsed[] {
  const each = states.map((state) => resolveFor(base, state, input));
  return ASSUMPTION_NAMES.map((name) => {
    const { label, unit, source } = ASSUMPTIONS[name];
    const given = (input[name] ?? null) !== null;
    const same = each.every((one) => one[name] === each[0]![name]);
    return {
      name,
      label,
      value: same ? each[0]![name] : null,
      unit,
      source: given ? "Given by the caller" : source,
      given,
    };
  });
}

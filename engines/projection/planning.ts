import { Fault } from "../../data/fault.ts";
import type { ProjectionYear } from "./project.ts";
import { checkRange } from "./resolve.ts";

/** One ratio of the planning figures. */
interface RatioSpec {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly source: string;
}

const NORM = "Planning norm of this service; not a statement of what exists";

/** The ratios that turn people into needs. */
export const PLANNING_RATIOS = {
  enrolmentRatio: {
    unit: "school seats per person aged 5 to 17",
    min: 0,
    max: 1.5,
    default: 1,
    source: "A seat for every child, as the Right to Education Act 2009 wants from 6 to 14",
  },
  bedsPerThousand: { unit: "hospital beds per 1,000 persons", min: 0, max: 20, default: 1.3, source: NORM },
  policePerThousand: { unit: "police per 1,000 persons", min: 0, max: 20, default: 2.2, source: NORM },
  doctorsPerThousand: { unit: "doctors per 1,000 persons", min: 0, max: 20, default: 0.8, source: NORM },
  skillShare: {
    unit: "training places per person aged 18 to 59",
    min: 0,
    max: 1,
    default: 0.05,
    source: NORM,
  },
  updateShare: {
    unit: "mandatory biometric updates per person turning 5 or 15",
    min: 0,
    max: 1,
    default: 1,
    source: "A child's biometrics are to be updated at 5 and at 15; everybody is taken to hold a number",
  },
} as const satisfies Record<string, RatioSpec>;

export type RatioName = keyof typeof PLANNING_RATIOS;
export type RatioInput = { readonly [name in RatioName]?: number | null | undefined };

/** Needs of a place in a year, whole units rounded place by place. */
export interface PlanningFigures {
  readonly year: number;
  readonly schoolSeats: number;
  readonly hospitalBeds: number;
  readonly police: number;
  readonly doctors: number;
  readonly skillPlaces: number;
  /** Mandatory biometric updates falling due within the year before. */
  readonly updatesDueAt5: number;
  readonly updatesDueAt15: number;
}

/**
 * The ratios with their defaults filled in.
 * @throws Fault BAD_USER_INPUT for a ratio out of its range
 */
export function resolveRatios(input: RatioInput = {}): Record<RatioName, number> {
  const names = Object.keys(PLANNING_RATIOS) as RatioName[];
  return Object.fromEntries(
    names.map((name) => {
      const { min, max, unit } = PLANNING_RATIOS[name];
      const value = input[name] ?? PLANNING_RATIOS[name].default;
      checkRange(name, value, min, max, unit);
      return [name, value];
    }),
  ) as Record<RatioName, number>;
}

/** What a projected year needs. */
export function planningFigures(people: ProjectionYear, input: RatioInput = {}): PlanningFigures {
  const ratios = resolveRatios(input);
  const perThousand = (ratio: number) => Math.round((people.population * ratio) / 1000);
  return {
    year: people.year,
    schoolSeats: Math.round(people.groups.ages5To17 * ratios.enrolmentRatio),
    hospitalBeds: perThousand(ratios.bedsPerThousand),
    police: perThousand(ratios.policePerThousand),
    doctors: perThousand(ratios.doctorsPerThousand),
    skillPlaces: Math.round(people.groups.ages18To59 * ratios.skillShare),
    updatesDueAt5: Math.round(people.turning5 * ratios.updateShare),
    updatesDueAt15: Math.round(people.turning15 * ratios.updateShare),
  };
}

export type BudgetStress = "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";

/** Mean growth of needs from which stress is MEDIUM, HIGH and CRITICAL. */
export const STRESS_FROM: readonly [number, number, number] = [0.05, 0.1, 0.2];

/**
 * Budget stress: the mean, over schools, beds, police, doctors, training and updates, of the need's growth since the
 * base year; a need that falls counts 0, since what is built for it cannot be spent elsewhere. Below 5 % LOW, below
 * 10 % MEDIUM, below 20 % HIGH, else CRITICAL. Without any need in the base there is none to grow: LOW.
 * @param from the growths from which the three higher grades hold, rising
 */
export function budgetStress(
  base: PlanningFigures,
  later: PlanningFigures,
  from: readonly [number, number, number] = STRESS_FROM,
): { readonly level: BudgetStress; readonly growth: number } {
  if (!(from[0] <= from[1] && from[1] <= from[2])) {
    throw new Fault(
      "BAD_USER_INPUT",
      `The grades of stress begin at ${from.join(", ")}; give three that rise.`,
    );
  }
  const updates = (one: PlanningFigures) => one.updatesDueAt5 + one.updatesDueAt15;
  const needs = (one: PlanningFigures) => [
    one.schoolSeats,
    one.hospitalBeds,
    one.police,
    one.doctors,
    one.skillPlaces,
    updates(one),
  ];
  const after = needs(later);
  const growths = needs(base).flatMap((need, index) =>
    need === 0 ? [] : [Math.max(0, after[index]! / need - 1)],
  );
  const growth = growths.length === 0 ? 0 : growths.reduce((sum, one) => sum + one, 0) / growths.length;
  const level =
    growth >= from[2] ? "CRITICAL" : growth >= from[1] ? "HIGH" : growth >= from[0] ? "MEDIUM" : "LOW";
  return { level, growth };
}

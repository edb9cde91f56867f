import { Fault } from "../../data/fault.ts";

/** Sums over the period by place, as columns of one length: E enrolments, D demographic, B biometric updates by age. */
export const RISK_COUNTS = ["E05", "E517", "E18", "D517", "D17", "B517", "B17"] as const;
export type RiskCount = (typeof RISK_COUNTS)[number];

/** What other engines found of a place: 1 found, 0 not. */
export const RISK_FLAGS = ["spike", "massMovement", "ghostPopulation", "influx"] as const;
export type RiskFlag = (typeof RISK_FLAGS)[number];

/** A count is NaN where the place filed no such report; a place all of whose counts are NaN filed none at all. */
export type RiskColumns = Readonly<Record<RiskCount | RiskFlag, Float64Array>>;

/** @throws Fault where columns are not aligned, a count is negative or a flag is neither 0 nor 1 */
export function checkRiskColumns(columns: RiskColumns): number {
  const places = columns.E05.length;
  const refuse = (message: string) => {
    throw new Fault("BAD_USER_INPUT", message);
  };
  for (const name of [...RISK_COUNTS, ...RISK_FLAGS]) {
    const { length } = columns[name];
    if (length !== places)
      refuse(`Risk columns must be of one length; E05 has ${places}, ${name} ${length}.`);
  }
  for (const name of RISK_COUNTS) {
    const at = columns[name].findIndex((count) => count < 0 || count === Number.POSITIVE_INFINITY);
    if (at >= 0) refuse(`Counts are 0 or more, or NaN; ${name} is ${columns[name][at]} at place ${at}.`);
  }
  for (const name of RISK_FLAGS) {
    const at = columns[name].findIndex((flag) => flag !== 0 && flag !== 1);
    if (at >= 0) refuse(`Flags are 0 or 1; ${name} is ${columns[name][at]} at place ${at}.`);
  }
  return places;
}

/** The counts with absent ones as 0 where the place filed another report, and NaN throughout where it filed none. */
export function countsOfReporting(columns: RiskColumns): Readonly<Record<RiskCount, Float64Array>> {
  const silent = columns.E05.map((_, at) =>
    RISK_COUNTS.every((name) => Number.isNaN(columns[name][at]!)) ? Number.NaN : 0,
  );
  const filled = (name: RiskCount) => columns[name].map((count, at) => (count || 0) + silent[at]!);
  return Object.fromEntries(RISK_COUNTS.map((name) => [name, filled(name)])) as Record<
    RiskCount,
    Float64Array
  >;
}

import { RISK_COUNTS, RISK_FLAGS, type RiskColumns } from "./counts.ts";

/** Risk columns of so many places: 0 throughout but for what is given. */
export function riskColumns(
  places: number,
  given: Readonly<Partial<Record<keyof RiskColumns, readonly number[]>>>,
): RiskColumns {
  const column = (name: keyof RiskColumns) =>
    Float64Array.from(given[name] ?? new Array<number>(places).fill(0));
  return Object.fromEntries(
    [...RISK_COUNTS, ...RISK_FLAGS].map((name) => [name, column(name)]),
  ) as RiskColumns;
}

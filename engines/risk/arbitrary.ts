import fc from "fast-check";
import { RISK_COUNTS, RISK_FLAGS, type RiskColumns } from "./counts.ts";

const count = fc.oneof(
  { weight: 8, arbitrary: fc.nat(30) },
  { weight: 3, arbitrary: fc.nat(100_000) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);

/** Risk columns of any places, silent ones and absent counts among them. */
export const anyRiskColumns: fc.Arbitrary<RiskColumns> = fc.integer({ min: 1, max: 30 }).chain((places) => {
  const column = (values: fc.Arbitrary<number>) =>
    fc.array(values, { minLength: places, maxLength: places }).map((list) => Float64Array.from(list));
  const counts = fc.tuple(...RISK_COUNTS.map(() => column(count)));
  const flags = fc.tuple(...RISK_FLAGS.map(() => column(fc.nat(1))));
  const silent = fc.array(fc.nat(9), { minLength: places, maxLength: places });
  return fc.tuple(counts, flags, silent).map(([ofCounts, ofFlags, quiet]) => {
    for (const one of ofCounts)
      for (const [at, dice] of quiet.entries()) if (dice === 0) one[at] = Number.NaN;
    const names = [...RISK_COUNTS, ...RISK_FLAGS];
    return Object.fromEntries(names.map((name, at) => [name, [...ofCounts, ...ofFlags][at]!])) as RiskColumns;
  });
});

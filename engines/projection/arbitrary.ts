import fc from "fast-check";
import { ASSUMPTIONS } from "./assumptions.ts";
import { loadFacts } from "./facts.ts";
import { ASSUMPTION_NAMES, type AssumptionInput } from "./resolve.ts";

/** Any code of a state. */
export const anyState = fc.constantFrom(...loadFacts().states.map(({ code }) => code));

export const anyVariant = fc.constantFrom("LOW" as const, "CENTRAL" as const, "HIGH" as const);

/** Any assumptions within their stated ranges, their ends included, each set or left out. */
export const anyAssumptions: fc.Arbitrary<AssumptionInput> = fc
  .tuple(
    anyVariant,
    fc.tuple(
      ...ASSUMPTION_NAMES.map((name) => {
        const { min, max } = ASSUMPTIONS[name];
        const within = fc.double({ min, max, noNaN: true });
        return fc.option(fc.oneof(within, fc.constant<number>(min), fc.constant<number>(max)));
      }),
    ),
  )
  .map(([variant, values]) => ({
    variant,
    ...Object.fromEntries(ASSUMPTION_NAMES.map((name, index) => [name, values[index] ?? null])),
  }));

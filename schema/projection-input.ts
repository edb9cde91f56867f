import { Fault } from "../data/fault.ts";
import { ASSUMPTIONS } from "../engines/projection/assumptions.ts";
import { PLANNING_RATIOS, type RatioName } from "../engines/projection/planning.ts";
import { ASSUMPTION_NAMES, type AssumptionInput, LONGEST_HORIZON } from "../engines/projection/resolve.ts";
import { VARIANTS, type Variant } from "../engines/projection/variant.ts";
import { builder } from "./builder.ts";

const change = (variant: Variant) => {
  const { fertility, expectancyGain } = VARIANTS[variant];
  const signed = (value: number) => `${value > 0 ? "+" : "−"}${Math.abs(value)}`;
  return `Fertility ${signed(fertility)} children per woman, reached evenly over ten years; life expectancy gaining ${signed(expectancyGain)} years a year.`;
};

export const VariantEnum = builder.enumType("ProjectionVariant", {
  description: "Which path births and deaths take.",
  values: {
    LOW: { description: change("LOW") },
    CENTRAL: { description: "As the assumptions say." },
    HIGH: { description: change("HIGH") },
  } satisfies Record<Variant, { description: string }>,
});

const RATIO_NAMES = Object.keys(PLANNING_RATIOS) as RatioName[];

const described = (
  label: string,
  { unit, min, max }: { unit: string; min: number; max: number },
  usual: string,
) => `${label}. Unit: ${unit}; ${min} to ${max}; ${usual} where left out.`;

export const PlanningRatios = builder.inputType("PlanningRatios", {
  description: "What a person needs, for planning figures.",
  fields: (t) =>
    Object.fromEntries(
      RATIO_NAMES.map((name) => {
        const ratio = PLANNING_RATIOS[name];
        return [name, t.float({ description: described(ratio.source, ratio, String(ratio.default)) })];
      }),
    ) as Record<RatioName, ReturnType<typeof t.float>>,
});

export const ProjectionAssumptions = builder.inputType("ProjectionAssumptions", {
  description: "What a projection rests on; what is left out takes its default, which the answer shows.",
  fields: (t) => ({
    variant: t.field({
      type: VariantEnum,
      description: "Path of births and deaths; CENTRAL where left out.",
    }),
    ...(Object.fromEntries(
      ASSUMPTION_NAMES.map((name) => {
        const one = ASSUMPTIONS[name];
        const usual = one.default === null ? "each state's own" : String(one.default);
        return [name, t.float({ description: described(one.label.EN, one, usual) })];
      }),
    ) as Record<(typeof ASSUMPTION_NAMES)[number], ReturnType<typeof t.float>>),
    districtShrinkage: t.float({
      description:
        "How far districts' shares are drawn from their activity's towards equal ones. Unit: share, 0 to 1; 0.3 where left out.",
    }),
    ratios: t.field({ type: PlanningRatios, description: "What a person needs." }),
  }),
});
export type AssumptionsAsked = typeof ProjectionAssumptions.$inferInput | null | undefined;

/** The assumptions on people alone. */
export function peopleAssumptions(asked: AssumptionsAsked): AssumptionInput {
  const { districtShrinkage, ratios, ...people } = asked ?? {};
  return people;
}

/**
 * The years asked for, rising, each once.
 * @throws Fault BAD_USER_INPUT where there is none, or one that is no horizon
 */
export function horizonsAsked(asked: readonly number[] | null | undefined): number[] {
  const horizons = [...new Set(asked ?? [1, 5, 10])].sort((a, b) => a - b);
  const wrong = horizons.find((horizon) => horizon < 1 || horizon > LONGEST_HORIZON);
  if (wrong === undefined && horizons.length > 0) return horizons;
  throw new Fault(
    "BAD_USER_INPUT",
    `horizons ${wrong === undefined ? "is empty" : `holds ${wrong}`}: give years after the base, from 1 to ${LONGEST_HORIZON}.`,
    { argument: "horizons", min: 1, max: LONGEST_HORIZON },
  );
}

import { builder } from "./builder.ts";

export const AspectEnum = builder.enumType("Aspect", {
  description: "What a value says of its metric within its group and bucket.",
  values: {
    SUM: { description: "The metric's sum. Unit: persons counted in reports. Exact." },
    SHARE_OF_TOTAL: {
      description:
        "0..1 of the same bucket's grand total: SUM over the sum of all groups that matched. Null where that total is 0.",
    },
    RANK: {
      description:
        "1 = largest, among all groups of the same bucket. Equal sums share the better rank; null in the total row.",
    },
  } as const,
});

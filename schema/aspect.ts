import { builder } from "./builder.ts";

export const AspectEnum = builder.enumType("Aspect", {
  description: "What a value says of its metric within its group and bucket.",
  values: {
    SUM: { description: "The metric's sum. Unit: persons counted in reports. Exact." },
    PER_REPORT_DAY: {
      description:
        "SUM over the days on which the place reported the metric. Unit: persons per report day. A monthly batch is one report: meta.batches says whether there are any.",
    },
    SHARE_OF_TOTAL: {
      description:
        "0..1 of the same bucket's grand total: SUM over the sum of all groups, those that `having` leaves out too. Null where that total is 0.",
    },
    PREVIOUS: {
      description: "SUM in the compared period; needs compareTo. Unit: persons counted in reports.",
    },
    CHANGE: {
      description:
        "SUM - PREVIOUS; needs compareTo. Null where either is absent. Unit: persons counted in reports.",
    },
    CHANGE_RATIO: {
      description: "CHANGE / PREVIOUS, 0.1 = 10 % more; needs compareTo. Null where PREVIOUS is 0 or absent.",
    },
    CUMULATIVE: {
      description:
        "Running SUM over the group's buckets from the first of the range on. Unit: persons counted in reports.",
    },
    ROLLING_MEAN_7: {
      description:
        "Mean of SUM in the bucket and the six before it, within the range; buckets in which it is absent are left out, not taken for 0. Null in the total. Unit: persons per bucket.",
    },
    RANK: {
      description:
        "1 = largest, among all groups of the same bucket, those that `having` leaves out too. Equal sums share the better rank; null in the total row.",
    },
  } as const,
});

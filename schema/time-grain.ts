import { builder } from "./builder.ts";

export const TimeGrainEnum = builder.enumType("TimeGrain", {
  description: "Length of a time bucket. The first and the last bucket are clipped to the range asked for.",
  values: {
    DAY: { description: "One calendar day." },
    WEEK: { description: "Seven days; WEEK starts Monday." },
    MONTH: { description: "One calendar month." },
    QUARTER: { description: "Three calendar months, from January, April, July or October." },
    YEAR: { description: "One calendar year, from January." },
  } as const,
});

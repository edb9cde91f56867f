import type { Day } from "../../data/activity/day.ts";

export type PeriodKind = "ALL" | "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR" | "RANGE";

/** A span of days, both ends included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly kind: PeriodKind;
  /** The words that said so, as normalised; empty for the whole coverage by default. */
  readonly words: string;
  /** Whether it was counted back from the last day of the data ("last month"). */
  readonly relative: boolean;
  /** Whether it lies wholly outside the data: then it is kept as asked, else cut to the data's coverage. */
  readonly outside: boolean;
}

export interface Coverage {
  readonly from: Day;
  readonly to: Day;
}

/** The whole coverage. */
export function wholeOf({ from, to }: Coverage): Period {
  return { from, to, kind: "ALL", words: "", relative: false, outside: false };
}

/** A span cut to the coverage, or kept as it is and flagged where they do not meet. */
export function periodOf(
  coverage: Coverage,
  span: { readonly from: Day; readonly to: Day },
  about: Pick<Period, "kind" | "words" | "relative">,
): Period {
  const outside = span.to < coverage.from || span.from > coverage.to;
  if (outside) return { ...span, ...about, outside };
  return { from: Math.max(span.from, coverage.from), to: Math.min(span.to, coverage.to), ...about, outside };
}

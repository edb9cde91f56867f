import type { Dataset } from "../data/activity/dataset.ts";
import { type Day, formatDay, parseDay } from "../data/activity/day.ts";
import type { DayRange } from "../data/activity/store.ts";
import { Fault } from "../data/fault.ts";

/** Descriptions of the two ends of every range, so that each field says the same. */
export const FROM = "First day counted; the dataset's first day where left out.";
export const TO = "Last day counted; the dataset's last day where left out.";

interface Ends {
  readonly from?: Day | null | undefined;
  readonly to?: Day | null | undefined;
}

/**
 * The range asked for; an end left out is the dataset's own. A range may reach beyond the data, or lie
 * outside them: it holds nothing there.
 * @throws Fault BAD_USER_INPUT where it ends before it begins
 */
export function rangeOf(dataset: Dataset, ends: Ends): DayRange {
  const from = ends.from ?? parseDay(dataset.from)!;
  const to = ends.to ?? parseDay(dataset.to)!;
  if (from <= to) return { from, to };
  const name = (end: "from" | "to") => `${end} ${ends[end] == null ? "(of the dataset) " : ""}`;
  throw new Fault(
    "BAD_USER_INPUT",
    `${name("from")}${formatDay(from)} is after ${name("to")}${formatDay(to)}: ` +
      `from must not be after to. The data run from ${dataset.from} to ${dataset.to}.`,
  );
}

/**
 * The range asked for, as `rangeOf` has it, of which some day lies within the data.
 * @throws Fault BAD_USER_INPUT where it ends before it begins, or lies before or after all reports
 */
export function rangeWithin(dataset: Dataset, ends: Ends): DayRange {
  const range = rangeOf(dataset, ends);
  const [first, last] = [parseDay(dataset.from)!, parseDay(dataset.to)!];
  if (range.from <= last && range.to >= first) return range;
  throw new Fault(
    "BAD_USER_INPUT",
    `${formatDay(range.from)} to ${formatDay(range.to)} lies ${range.to < first ? "before" : "after"} all reports: ` +
      `the data run from ${dataset.from} to ${dataset.to}. Name days among those, or none.`,
  );
}

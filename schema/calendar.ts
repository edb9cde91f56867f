import { countKinds } from "../data/activity/calendar/day-kinds.ts";
import type { Day } from "../data/activity/day.ts";
import { DAY_KINDS, type DayKind } from "../data/activity/store.ts";
import { builder } from "./builder.ts";
import type { PlaceCalendar } from "./context.ts";
import { USUAL } from "./estimate.ts";

const ReportKindEnum = builder.enumType("ReportKind", {
  description: "What a day is in a reporting calendar.",
  values: {
    SILENT: { description: "No report, and no batch speaks for it: what happened is not known." },
    COVERED: { description: "No report of its own, but its month's batch speaks for it." },
    REPORTED: { description: "A report of that day." },
    BATCH: { description: "The report of a whole month, dated its 1st." },
  } as const,
});

interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly kind: DayKind;
}

const ReportSpan = builder.objectRef<Span>("ReportSpan");
ReportSpan.implement({
  description: "Successive days of one kind.",
  fields: (t) => ({
    from: t.expose("from", { type: "Date", description: "First day." }),
    to: t.expose("to", { type: "Date", description: "Last day." }),
    kind: t.expose("kind", { type: ReportKindEnum, description: "What each of the days is." }),
  }),
});

/** Runs of days of one kind; a batch stands alone. */
function spansOf({ from, kinds }: PlaceCalendar): Span[] {
  const spans: Span[] = [];
  for (let start = 0, at = 1; at <= kinds.length; at++) {
    if (kinds[at] === kinds[start]) continue;
    spans.push({ from: from + start, to: from + at - 1, kind: DAY_KINDS[kinds[start]!]! });
    start = at;
  }
  return spans;
}

export const ReportingCalendar = builder.objectRef<PlaceCalendar>("ReportingCalendar");
ReportingCalendar.implement({
  description:
    "When a place reported a metric, derived from the data: days of the range from the dataset's first report to its last.",
  fields: (t) => ({
    reportDays: t.int({
      description: "Days with a report, those of monthly batches among them.",
      resolve: (calendar) => countKinds(calendar).reportDays,
    }),
    batches: t.int({
      description: "Report days that bear the counts of a whole month.",
      resolve: (calendar) => countKinds(calendar).batches,
    }),
    coveredDays: t.int({
      description: "Days without a report of their own that a batch speaks for.",
      resolve: (calendar) => countKinds(calendar).coveredDays,
    }),
    missingDays: t.int({
      description: "Days with neither a report nor a batch that speaks for them.",
      resolve: (calendar) => countKinds(calendar).missingDays,
    }),
    spans: t.field({
      type: [ReportSpan],
      complexity: { field: 1, multiplier: USUAL.spans },
      description: "The days in runs of one kind, in order, without gaps.",
      resolve: spansOf,
    }),
  }),
});

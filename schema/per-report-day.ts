import type { DailyChange } from "../engines/insights/per-report-day.ts";
import { builder } from "./builder.ts";

export const PerReportDay = builder.objectRef<DailyChange>("PerReportDay");
PerReportDay.implement({
  description:
    "Means per report day in a month and in the calendar's month before, which months of unequal report days are compared by. Unit: persons counted in reports per day with a report.",
  fields: (t) => ({
    value: t.exposeFloat("value", {
      nullable: true,
      description: "In the month. Null where nothing was reported, and where a batch speaks for all of it.",
    }),
    previous: t.exposeFloat("previous", {
      nullable: true,
      description: "In the month before. Null likewise, and where the data do not hold that month whole.",
    }),
    change: t.exposeFloat("change", {
      nullable: true,
      description: "value − previous; null where either is absent.",
    }),
    changeRatio: t.exposeFloat("ratio", {
      nullable: true,
      description: "change over previous, 0.1 being 10 %; null where that is 0 or absent.",
    }),
    reportDays: t.exposeInt("reportDays", { description: "Days with a report in the month." }),
    previousReportDays: t.exposeInt("previousReportDays", {
      description: "Days with a report in the month before.",
    }),
  }),
});

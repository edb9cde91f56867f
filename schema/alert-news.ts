import type { DayRange } from "../data/activity/store.ts";
import { Fault } from "../data/fault.ts";
import { Alert } from "./alert.ts";
import type { AlertEvent, FollowAlerts } from "./alert-event.ts";
import { AlertFilter, type AlertFilterInput, alertMatcher } from "./alert-filter.ts";
import { builder } from "./builder.ts";

/**
 * The days asked for: open where an end is left out, since data to come have days that the present ones lack.
 * @throws Fault BAD_USER_INPUT where it ends before it begins
 */
function openRange(where: AlertFilterInput): DayRange {
  const range = {
    from: where?.from ?? Number.NEGATIVE_INFINITY,
    to: where?.to ?? Number.POSITIVE_INFINITY,
  };
  if (range.from <= range.to) return range;
  throw new Fault("BAD_USER_INPUT", "where.from must not be after where.to.");
}

async function* matching(
  follow: FollowAlerts,
  where: AlertFilterInput,
  range: DayRange,
): AsyncGenerator<AlertEvent> {
  for await (const event of follow()) if (alertMatcher(event.store, where, range)(event.alert)) yield event;
}

builder.subscriptionType({
  description: "What becomes news while the asker listens, as server-sent events.",
});

builder.subscriptionField("alerts", (t) =>
  t.field({
    type: Alert,
    complexity: 50,
    description:
      "Alerts that new data bring: not there before, or less severe. Each event's id, sent back as Last-Event-ID, resumes after it; an alert may then come twice, none is left out.",
    args: { where: t.arg({ type: AlertFilter, description: "Which of them; all where left out." }) },
    subscribe: (_, { where }, { store, follow }) => {
      if (follow === null) throw new TypeError("The operation cannot subscribe.");
      const range = openRange(where);
      // What it names must be there before anything is news.
      alertMatcher(store, where, range);
      return matching(follow, where, range);
    },
    resolve: ({ alert }: AlertEvent) => alert,
  }),
);

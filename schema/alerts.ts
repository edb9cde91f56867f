import type { Alert as AlertShape } from "../engines/alerts/alerts.ts";
import { Alert } from "./alert.ts";
import { AlertFilter, alertMatcher } from "./alert-filter.ts";
import { builder } from "./builder.ts";
import { countPage } from "./estimate.ts";
import { pageAsked, pageOfFound } from "./finding-list.ts";
import { type Page, PageInfo } from "./page.ts";
import { rangeOf } from "./range.ts";

const FIRST = 50;
const LIST_COST = 50;

interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly AlertShape[];
  readonly pageInfo: Page;
}

const AlertConnection = builder.objectRef<Connection>("AlertConnection");
AlertConnection.implement({
  description: "A page of alerts.",
  fields: (t) => ({
    totalCount: t.exposeInt("totalCount", { description: "Alerts that matched, before first and after." }),
    nodes: t.expose("nodes", {
      type: [Alert],
      complexity: { field: 1, multiplier: 1 },
      description: "The alerts of this page, newest first; of one day the more severe first.",
    }),
    pageInfo: t.expose("pageInfo", { type: PageInfo, description: "Where this page ends." }),
  }),
});

builder.queryField("alerts", (t) =>
  t.field({
    type: AlertConnection,
    nullable: true,
    description:
      "Alerts that surveillance's findings add up to, newest first. Null, with ENGINE_NOT_READY, in the first minute of a new dataset.",
    args: {
      where: t.arg({ type: AlertFilter, description: "Which of them; all where left out." }),
      first: t.arg.int({ defaultValue: FIRST, description: "Size of the page, from 1 to 1000." }),
      after: t.arg.string({ description: "The endCursor of the page before this one." }),
    },
    complexity: ({ first }) => ({ field: LIST_COST, multiplier: countPage(first, FIRST) }),
    resolve: (_, { where, first, after }, { store, engines }) => {
      const page = pageAsked("alert", first, FIRST, after);
      const matches = alertMatcher(store, where, rangeOf(store.dataset, where ?? {}));
      return pageOfFound(engines.alerts().filter(matches), page);
    },
  }),
);

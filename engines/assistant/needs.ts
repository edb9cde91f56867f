import type { Intent } from "./understood.ts";

/** Intents that need a metric: where none is named theirs is the role's usual one. */
export const OF_A_METRIC: readonly Intent[] = [
  "VALUE",
  "TREND",
  "RANKING",
  "COMPARISON",
  "SHARE",
  "FORECAST",
];

/** Intents that a metric named says nothing to. */
export const OF_NO_METRIC: readonly Intent[] = ["PLANNING", "PROJECTION", "HELP"];

/** Intents that are not of a place, so that an unread word is no unknown place. */
export const OF_NO_PLACE: readonly Intent[] = ["DEFINITION", "HELP", "DATA_QUALITY"];

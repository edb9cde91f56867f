import type { ActivityStore } from "../data/activity/store.ts";
import type { News } from "../engines/alerts/journal.ts";
import type { Engines } from "./engines.ts";

/** An alert that is news, with the dataset and the engines' results that it belongs to. */
export interface AlertEvent extends News {
  readonly store: ActivityStore;
  readonly engines: Engines;
}

/** Follows the news: those missed since the point at which the caller stood, then each as it comes, without end. */
export type FollowAlerts = () => AsyncIterable<AlertEvent>;

import type { ActivityStore } from "../../data/activity/store.ts";
import { AlertJournal, type News } from "../../engines/alerts/journal.ts";
import { formatPoint, type Point, parsePoint } from "../../engines/alerts/point.ts";
import type { AlertEvent } from "../../schema/alert-event.ts";
import type { Engines } from "../../schema/engines.ts";
import { Refusal } from "../http/refusal.ts";

/** Seconds after which somebody for whom there was no room may come back. */
const COME_BACK = "30";

/** One who follows the news. */
export interface Follower {
  /** Where it stands, as an event id; null while nothing is known. */
  readonly standsAt: string | null;
  /** The news, without end; over when the follower leaves or the feed closes. */
  readonly events: AsyncIterable<AlertEvent>;
  leave(): void;
}

/**
 * Tells followers what each dataset brings. Nothing is kept for any of them but the point at which they stand: who is
 * slow is told later, of what then holds.
 */
export class AlertFeed {
  readonly #journal = new AlertJournal();
  readonly #most: number;
  readonly #followers = new Set<AbortController>();
  #present: { readonly store: ActivityStore; readonly engines: Engines } | null = null;
  #turn = Promise.withResolvers<void>();
  #closed = false;

  /** @param most followers at a time */
  constructor(most: number) {
    this.#most = most;
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** Takes in what the engines made of the dataset served from now on; gives what is news of it. */
  publish(store: ActivityStore, engines: Engines): readonly News[] {
    const news = this.#journal.take(store.dataset, engines.findings().first, engines.alerts());
    this.#present = { store, engines };
    this.#wake();
    return news;
  }

  /**
   * Follows from the point that an event id tells, or from now on.
   * @throws Fault BAD_USER_INPUT where the id is none of ours
   * @throws Refusal 503 BUSY where there are as many followers as may be
   */
  follow(lastEventId: string | undefined): Follower {
    const point = lastEventId === undefined ? this.#journal.point : parsePoint(lastEventId);
    if (this.#closed || this.#followers.size >= this.#most)
      throw new Refusal(
        503,
        "BUSY",
        `As many subscriptions are open as are kept, ${this.#most}: come back in ${COME_BACK} s, or ask the query "alerts".`,
        ["Retry-After", COME_BACK],
      );
    const gone = new AbortController();
    this.#followers.add(gone);
    return {
      standsAt: point === null ? null : formatPoint(point),
      events: this.#events(point, gone.signal),
      leave: () => {
        this.#followers.delete(gone);
        gone.abort();
        this.#wake();
      },
    };
  }

  /** Lets go of the dataset that is served no more: followers wait for what the engines make of the next. */
  forget(): void {
    this.#present = null;
  }

  /** Lets every follower go. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  #wake(): void {
    this.#turn.resolve();
    this.#turn = Promise.withResolvers();
  }

  async *#events(from: Point | null, gone: AbortSignal): AsyncGenerator<AlertEvent> {
    let point = from;
    const isOver = () => this.#closed || gone.aborted;
    while (!isOver()) {
      const present = this.#present;
      point ??= this.#journal.point;
      for (const news of point === null || present === null ? [] : this.#journal.after(point)) {
        yield { ...news, ...present! };
        if (isOver()) return;
        point = news.point;
        if (this.#present !== present) break;
      }
      if (this.#present === present && !isOver()) await this.#turn.promise;
    }
  }
}

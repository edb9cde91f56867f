import type { Dataset } from "../../data/activity/dataset.ts";
import { type Day, parseDay } from "../../data/activity/day.ts";
import { type Alert, idOf } from "./alerts.ts";
import type { Point } from "./point.ts";
import { SEVERITIES } from "./policy.ts";

/** Datasets that are remembered by version: who has followed an older one is told by its last day. */
const REMEMBERED = 100;

/** A dataset whose alerts were taken in. */
interface Chapter {
  readonly version: string;
  readonly news: number;
}

interface Known {
  readonly severity: number;
  /** Number of the chapter in which it was news. */
  readonly since: number;
}

/** An alert, and the point at which one stands who has been told it. */
export interface News {
  readonly alert: Alert;
  readonly point: Point;
}

const byAge = (a: Alert, b: Alert) => a.to - b.to || (idOf(a, 0) < idOf(b, 0) ? -1 : 1);

/**
 * What became news with each dataset that was served: alerts that were not there before, or were less severe. Nothing
 * is news of the first dataset, nor of one from another source. Who has followed up to a point is told all that came
 * after it, and rather something twice than not at all.
 */
export class AlertJournal {
  #source: Dataset["source"] | null = null;
  #to: Day = 0;
  #first: Day = 0;
  #alerts: readonly Alert[] = [];
  #news: readonly Alert[] = [];
  #known: ReadonlyMap<string, Known> = new Map();
  /** Number of the first chapter that is remembered. */
  #from = 0;
  readonly #chapters: Chapter[] = [];

  /**
   * Takes in the alerts of the dataset served from now on.
   * @param first day number of the series' first day
   * @returns its news, the oldest first
   */
  take({ version, source, to }: Dataset, first: Day, alerts: readonly Alert[]): readonly News[] {
    const isComparable = source === this.#source;
    const now = this.#from + this.#chapters.length;
    const known = new Map<string, Known>();
    const news: Alert[] = [];
    for (const alert of alerts) {
      const id = idOf(alert, first);
      const severity = SEVERITIES.indexOf(alert.severity);
      const before = this.#known.get(id);
      const isNews = isComparable && (before === undefined || severity > before.severity);
      if (isNews) news.push(alert);
      known.set(id, { severity, since: isNews ? now : (before?.since ?? -1) });
    }
    this.#source = source;
    this.#to = parseDay(to)!;
    this.#first = first;
    this.#alerts = alerts;
    this.#known = known;
    this.#news = news.sort(byAge);
    this.#chapters.push({ version, news: news.length });
    if (this.#chapters.length > REMEMBERED) {
      this.#chapters.shift();
      this.#from++;
    }
    return this.#told(0);
  }

  /** Where one stands who has been told all; null before the first dataset. */
  get point(): Point | null {
    return this.#chapters.length === 0 ? null : this.#pointOf(this.#news.length);
  }

  /** All that came after the point, the oldest first. */
  after(point: Point): readonly News[] {
    const at = this.#chapters.findLastIndex(({ version }) => version === point.version);
    if (at >= 0 && at === this.#chapters.length - 1) return this.#told(point.told);
    const missed = at < 0 ? this.#later(point.to) : this.#since(this.#from + at, point.told);
    const isNewsAlone =
      missed.length === this.#news.length && missed.every((one, nth) => one === this.#news[nth]);
    if (isNewsAlone) return this.#told(0);
    // Until the last of them has been told nothing is sure to have arrived.
    const [last, end] = [missed.length - 1, this.point];
    return missed.map((alert, nth) => ({ alert, point: nth === last && end !== null ? end : point }));
  }

  #pointOf(told: number): Point {
    return { to: this.#to, version: this.#chapters.at(-1)!.version, told };
  }

  #told(from: number): News[] {
    return this.#news.slice(from).map((alert, at) => ({ alert, point: this.#pointOf(from + at + 1) }));
  }

  #later(day: Day): Alert[] {
    return this.#alerts.filter(({ to }) => this.#first + to > day).sort(byAge);
  }

  /** News since the chapter, and of the chapter itself where not all of it had been told. */
  #since(chapter: number, told: number): Alert[] {
    const isWhole = told >= this.#chapters[chapter - this.#from]!.news;
    const least = isWhole ? chapter + 1 : chapter;
    return this.#alerts.filter((one) => this.#known.get(idOf(one, this.#first))!.since >= least).sort(byAge);
  }
}

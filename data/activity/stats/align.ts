import { BATCH, COVERED, type DayKinds, SILENT } from "../calendar/day-kinds.ts";
import type { Day } from "../day.ts";
import type { DayRange } from "../store.ts";

/** Days that reports speak for: one a report, and for a batch every day of its month without a report of its own. */
export class SpokenDays {
  readonly #from: Day;
  /** before[i]: days spoken for by the reports before day from + i. */
  readonly #before: Uint32Array;

  /** @param calendar beginning before any covered day's batch */
  constructor({ from, kinds }: DayKinds) {
    this.#from = from;
    this.#before = new Uint32Array(kinds.length + 1);
    let batch = 0;
    const ofDay = new Uint32Array(kinds.length);
    kinds.forEach((kind, day) => {
      if (kind === SILENT) return;
      if (kind === BATCH) batch = day;
      ofDay[kind === COVERED ? batch : day]!++;
    });
    ofDay.forEach((days, day) => {
      this.#before[day + 1] = this.#before[day]! + days;
    });
  }

  /** Spoken for by the reports dated within the range. */
  within({ from, to }: DayRange): number {
    const clip = (day: Day) => Math.min(Math.max(day - this.#from, 0), this.#before.length - 1);
    return Math.max(this.#before[clip(to + 1)]! - this.#before[clip(from)]!, 0);
  }

  /**
   * The stretch that ends with `range` and whose reports speak for as many days as `wanted`, or for the number
   * nearest to it; the shorter where two are equally near. The range itself where it needs no change.
   */
  align(range: DayRange, wanted: number): DayRange {
    if (
      wanted === 0 ||
      this.within(range) === wanted ||
      this.within({ from: this.#from, to: range.to }) === 0
    ) {
      return range;
    }
    let best = range;
    let far = Number.POSITIVE_INFINITY;
    for (let from = range.to; from >= this.#from; from--) {
      if (this.within({ from, to: from }) === 0) continue;
      const off = Math.abs(this.within({ from, to: range.to }) - wanted);
      if (off >= far) break;
      [best, far] = [{ from, to: range.to }, off];
    }
    return best;
  }
}

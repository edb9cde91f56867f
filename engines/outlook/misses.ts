import type { Frame } from "./frame.ts";
import { meanOfPart, type Origin, type Part } from "./parts.ts";

/** What forecasts from points of the past came to, step by step. */
export interface Miss {
  /** Steps ahead, from 1. */
  readonly ahead: number;
  readonly mean: number;
  readonly actual: number;
  /** Position of the point of the past, the latest 0. */
  readonly origin: number;
  /** The step that was forecast. */
  readonly step: number;
}

/** A part with the outlook of its dataset, from points of the past. */
export interface Known {
  readonly part: Part;
  readonly frame: Frame;
  readonly past: readonly Origin[];
}

/**
 * How the forecasts of a place, made of these parts, from points of the past came out: on open steps of any of its
 * datasets. Frames of one grain end with the same step.
 */
export function missesOf(known: readonly Known[]): Miss[] {
  const origins = Math.min(...known.map(({ past }) => past.length));
  const misses: Miss[] = [];
  for (let origin = 0; origin < origins; origin++) {
    const means = known.map(({ part, frame, past }) => meanOfPart(part, past[origin]!, frame.grain));
    const reach = means[0]!.length;
    for (let ahead = 0; ahead < reach; ahead++) {
      let [mean, actual, isOpen] = [0, 0, false];
      known.forEach(({ part, past }, one) => {
        const count = part.series[past[origin]!.at + ahead]!;
        if (Number.isNaN(count)) return;
        isOpen = true;
        actual += count;
        mean += means[one]![ahead]!;
      });
      const step = known[0]!.past[origin]!.at + ahead;
      if (isOpen) misses.push({ ahead: ahead + 1, mean, actual, origin, step });
    }
  }
  return misses;
}

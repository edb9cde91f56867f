import { REPORTED } from "../../data/activity/calendar/day-kinds.ts";
import type { PlaceDays } from "./series.ts";

/** Persons that the expectation above counts for beside a day's own count: a small place's day says little. */
const SHARED = 30;
/** Report days whose mean is an exposure of 1: the days before any is judged. */
const FIRST_DAYS = 7;
const LEAST = 0.02;
const MOST = 50;

/** What a place's days tell of those below it. */
export interface Above {
  readonly counts: Float64Array;
  readonly kinds: Uint8Array;
  /** What was expected of it; NaN where it was not judged. */
  readonly expected: Float64Array;
}

/**
 * How busy each day was around a place: what the place above reported without its own part, the less of it there is
 * the nearer to what was expected there. With it a place is watched for its share of what is reported around it: a
 * holiday, a campaign or a breakdown that a whole state shares is found once, there, and not in each of its pincodes.
 * Of a day only it and those before it are used, but for the mean of the first seven that it is told in.
 * @param into as long as the series
 */
export function exposureIn(
  above: Above | null,
  { counts, kinds }: PlaceDays,
  into: Float64Array,
): Float64Array {
  into.fill(1);
  if (above === null) return into;
  let [own, all, last] = [0, 0, Number.NaN];
  let [first, firstDays] = [0, 0];
  for (let day = 0; day < into.length; day++) {
    into[day] = last;
    if (above.kinds[day] !== REPORTED) continue;
    const mine = kinds[day] === REPORTED ? counts[day]! : 0;
    // The place's share is not known before the first report above.
    if (all > 0) {
      const rest = above.counts[day]! - mine;
      const expected = Number.isNaN(above.expected[day]!) ? rest : above.expected[day]! * (1 - own / all);
      last = (expected * (rest + SHARED)) / (expected + SHARED);
      into[day] = last;
      if (firstDays < FIRST_DAYS) {
        first += last;
        firstDays++;
      }
    }
    own += mine;
    all += above.counts[day]!;
  }
  const mean = first / firstDays;
  for (let day = 0; day < into.length; day++) {
    const told = into[day]! / mean;
    into[day] = Number.isFinite(told) ? Math.min(MOST, Math.max(LEAST, told)) : 1;
  }
  return into;
}

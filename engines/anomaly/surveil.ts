import { BATCH, COVERED, REPORTED, SILENT } from "../../data/activity/calendar/day-kinds.ts";
import { Fault } from "../../data/fault.ts";
import { boundsLevel, negativeBinomialBounds } from "./bounds.ts";
import { type Cusum, createCusum, restartCusum, shiftEvidence, stepCusum } from "./cusum.ts";
import { negativeBinomialTails } from "./negative-binomial.ts";
import { SURVEILLANCE, type SurveillanceParameters } from "./parameters.ts";
import { createRhythm, hearBatch, hearReport, hearSilence } from "./silence.ts";
import { clearSurveillance, createSurveillance, type Surveillance } from "./surveillance.ts";
import { createWatch, expectDay, learnDay, type Watch } from "./watch.ts";

const DAYS_A_WEEK = 7;
/** Most of the CUSUM's limit that one day may bring, so that a spike alone is no shift (Hawkins & Olwell 1998, 3.6). */
const MOST_A_DAY = 0.3;

/** A series of days, one entry a day without gaps in the calendar. */
export interface SeriesOfDays {
  /** Counts; what stands on a day that is not REPORTED is not looked at. */
  readonly counts: ArrayLike<number>;
  /** Indices into DAY_KINDS (see the ActivityStore's calendar). */
  readonly kinds: Uint8Array;
  /** Weekday of the first day, 0..6; which day is 0 does not matter. */
  readonly firstWeekday: number;
  /** Which days the silence of this place would be strange on: 0 where nobody reports. All where absent. */
  readonly open?: Uint8Array;
  /** What each day's expectation is multiplied by, above 0 (see engines/nation/exposure.ts); 1 throughout where absent. */
  readonly exposure?: Float64Array;
}

function check({ counts, kinds, firstWeekday, open, exposure }: SeriesOfDays, into: Surveillance): void {
  const days = kinds.length;
  const lengths = [counts.length, open?.length ?? days, exposure?.length ?? days, into.expected.length];
  if (lengths.some((length) => length !== days))
    throw new Fault(
      "BAD_USER_INPUT",
      `Counts, kinds, open, exposure and result must have one length, not ${days} and ${lengths}.`,
    );
  if (!(firstWeekday >= 0 && firstWeekday < DAYS_A_WEEK && Number.isInteger(firstWeekday)))
    throw new Fault("BAD_USER_INPUT", `The first weekday must be 0 to 6, not ${firstWeekday}.`);
}

/**
 * Watches a whole series, day by day: what is said of a day depends on that day and those before it alone.
 * Only REPORTED days teach and are judged. A silent day is no zero, a batch no spike, and a day covered by a
 * batch no silence. About 0.25 ms for 306 report days.
 * @param into where the answer is written; a new one where absent
 * @throws Fault where lengths differ, the weekday is none, a reported count is no number from 0 on, or its exposure none above 0
 */
export function surveil(
  series: SeriesOfDays,
  parameters: SurveillanceParameters = SURVEILLANCE,
  into: Surveillance = createSurveillance(series.kinds.length),
): Surveillance {
  check(series, into);
  clearSurveillance(into);
  const { counts, kinds, open, exposure } = series;
  const watch = createWatch(parameters);
  const rhythm = createRhythm();
  const [up, down] = [createCusum(), createCusum()];
  const judge = createJudge(watch, up, down, parameters, into);
  for (let day = 0; day < kinds.length; day++) {
    const weekday = (series.firstWeekday + day) % DAYS_A_WEEK;
    const kind = kinds[day];
    if (kind === BATCH || kind === COVERED) hearBatch(rhythm);
    if (kind === SILENT && (open === undefined || open[day] === 1)) {
      into.pSilence[day] = hearSilence(rhythm, weekday);
    }
    if (kind !== REPORTED) continue;
    const count = counts[day]!;
    const exposed = exposure === undefined ? 1 : exposure[day]!;
    checkDay(count, exposed, day);
    hearReport(rhythm, weekday);
    expectDay(watch, weekday, exposed);
    const isJudged = watch.reports >= parameters.minimumDays;
    if (isJudged) judge(day, count);
    const turn = learnDay(watch, weekday, count);
    if (!isJudged) continue;
    into.score[day] = watch.evidence.up;
    into.scoreDown[day] = watch.evidence.down;
    into.normality[day] = watch.normality;
    into.newLevel[day] = turn;
    if (turn === 0) continue;
    restartCusum(up);
    restartCusum(down);
  }
  return into;
}

function checkDay(count: number, exposed: number, day: number): void {
  if (!(count >= 0 && count < Number.POSITIVE_INFINITY))
    throw new Fault(
      "BAD_USER_INPUT",
      `A reported count must be a number from 0 on, not ${count} on day ${day}.`,
    );
  if (!(exposed > 0 && exposed < Number.POSITIVE_INFINITY))
    throw new Fault("BAD_USER_INPUT", `An exposure must be a number above 0, not ${exposed} on day ${day}.`);
}

/** Says of a report day what its negative binomial does, and carries the CUSUMs on. */
function createJudge(watch: Watch, up: Cusum, down: Cusum, p: SurveillanceParameters, into: Surveillance) {
  const level = boundsLevel(p.tail);
  const pair = new Float64Array(2);
  const most = MOST_A_DAY * p.shiftLimit;
  return (day: number, count: number): void => {
    const { expected, size } = watch;
    into.expected[day] = expected;
    into.size[day] = size;
    negativeBinomialBounds(expected, size, level, pair);
    into.lower[day] = pair[0]!;
    into.upper[day] = pair[1]!;
    negativeBinomialTails(count, expected, size, pair);
    into.pLower[day] = pair[0]!;
    into.pUpper[day] = pair[1]!;
    const deviation = Math.sqrt(expected + (expected * expected) / size);
    const step = Math.max((p.shiftRatio - 1) * expected, p.shiftDeviations * deviation);
    const rise = shiftEvidence(count, expected, expected + step, size);
    const fall = shiftEvidence(count, expected, (expected * expected) / (expected + step), size);
    into.cusumUp[day] = stepCusum(up, Math.min(rise, most), p.shiftLimit);
    into.cusumDown[day] = stepCusum(down, Math.min(fall, most), p.shiftLimit);
  };
}

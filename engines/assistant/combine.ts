import type { Place } from "../../data/places/place.ts";
import {
  canLean,
  intentOf,
  isSaid,
  keepsIntent,
  leansOnPrevious,
  metricsAfter,
  placesAfter,
} from "./follow-up.ts";
import { METRIC_OF_ROLE } from "./metric.ts";
import { OF_A_METRIC, OF_NO_METRIC, OF_NO_PLACE } from "./needs.ts";
import { periodBefore } from "./period.ts";
import { wholeOf } from "./period-kind.ts";
import { liesIn } from "./places.ts";
import { groupingBelow, USUAL_COUNT } from "./rank.ts";
import type { Reading } from "./reading.ts";
import type { Context, Reason, Understood } from "./understood.ts";

const USUAL_DAYS = 28;

/** A reading that says nothing yet: the whole coverage, the rest open. */
function blank({ coverage }: Context): Understood {
  return {
    intent: "UNSURE",
    places: [],
    metric: null,
    otherMetrics: [],
    sector: null,
    riskLevel: null,
    period: wholeOf(coverage),
    compared: null,
    rank: null,
    grouping: null,
    grain: null,
    horizon: null,
    figure: null,
    term: null,
    reason: null,
    pending: null,
    choices: [],
    followsUp: false,
    confidence: 1,
    why: [],
  };
}

/** A refusal: nothing of the question is kept. */
export const refused = (context: Context, reason: Reason): Understood => ({
  ...blank(context),
  intent: "OUT_OF_SCOPE",
  reason,
  why: [`REFUSED_${reason}`],
});

/** Of a share's places those that it is the share of are left out: "of Lucknow in Uttar Pradesh" is Lucknow's. */
function innermost({ gazetteer }: Context, places: readonly Place[]): readonly Place[] {
  return places.filter((whole) => !places.some((part) => part !== whole && liesIn(gazetteer, part, whole)));
}

/** What the words and the previous question say together, and what is usual where both leave it open. */
export function combine(context: Context, reading: Reading): Understood {
  const { previous } = context;
  const leans = canLean(previous) && leansOnPrevious(reading);
  const base = leans ? previous : blank(context);
  const intent =
    leans && keepsIntent(reading, previous) ? intentOf(previous) : (reading.intent.intent ?? "VALUE");
  const own = context.place === undefined ? [] : [context.place];
  const named = leans ? placesAfter(context, reading, previous, intent) : reading.places.places;
  const places = named.length > 0 ? named : OF_NO_PLACE.includes(intent) ? [] : own;
  const carried =
    leans && OF_A_METRIC.includes(intent)
      ? metricsAfter(reading, previous)
      : leans && !isSaid(reading)
        ? metricsAfter(reading, previous)
        : reading.metric.metrics;
  const part =
    intent === "SHARE" && carried.length > 1 ? carried.filter((one) => one !== "ACTIVITY") : carried;
  const usual = OF_A_METRIC.includes(intent) ? METRIC_OF_ROLE[context.role] : null;
  const metric = OF_NO_METRIC.includes(intent) ? null : (part[0] ?? usual);
  const shifted = leans && reading.period.preceding;
  const period =
    reading.period.period ?? (shifted ? periodBefore(context.coverage, base.period) : base.period);
  const grouping = reading.grouping ?? (leans ? previous.grouping : null);
  const ranked = intent === "RANKING" || reading.rank.direction !== null || reading.rank.count !== null;
  const rank =
    ranked || (leans && base.rank !== null)
      ? {
          direction: reading.rank.direction ?? base.rank?.direction ?? ("DESC" as const),
          count: reading.rank.count ?? (leans ? reading.rank.lone : null) ?? base.rank?.count ?? USUAL_COUNT,
        }
      : null;
  const horizon = reading.horizon ?? base.horizon;
  return {
    ...blank(context),
    intent,
    places: intent === "SHARE" ? innermost(context, places) : places,
    metric,
    otherMetrics: metric === null ? [] : part.slice(1),
    sector: reading.sector ?? (leans ? previous.sector : null),
    riskLevel: reading.riskLevel ?? (leans ? previous.riskLevel : null),
    period,
    compared: reading.period.compared ?? (reading.period.period === null ? base.compared : null),
    rank,
    grouping: grouping ?? (intent === "RANKING" ? groupingBelow(places[0]) : null),
    grain: reading.grain ?? base.grain,
    horizon: horizon ?? (intent === "FORECAST" ? { unit: "DAY", count: USUAL_DAYS } : null),
    figure: reading.figure ?? base.figure,
    term: intent === "DEFINITION" ? reading.term : null,
    followsUp: leans,
    why: reasonsFor(reading, leans, metric !== null && part.length === 0),
  };
}

/** What a reading rests on. */
function reasonsFor(reading: Reading, leans: boolean, usualMetric: boolean): string[] {
  const { places, period, intent, mended } = reading;
  const why = [`INTENT_${isSaid(reading) ? "SAID" : "SUPPOSED"}`];
  if (leans) why.push("LEANS_ON_PREVIOUS");
  if (places.places.length > 0) why.push(places.score < 0.86 ? "PLACE_LIKE" : "PLACE_NAMED");
  if (usualMetric) why.push("METRIC_OF_ROLE");
  if (period.period === null) why.push("WHOLE_COVERAGE");
  else if (period.period.relative) why.push("PERIOD_FROM_LAST_DAY");
  if (period.period?.outside) why.push("PERIOD_OUTSIDE");
  if (mended > 0) why.push("SPELLING_MENDED");
  if (intent.next > 0 && intent.score - intent.next < 1) why.push("INTENT_CLOSE");
  if (reading.unknown.length > 0) why.push("WORDS_UNREAD");
  return why;
}

/** What each costs of the confidence: judged, not measured. */
const COST: Readonly<Record<string, number>> = {
  INTENT_SUPPOSED: 0.1,
  LEANS_ON_PREVIOUS: 0.05,
  PLACE_LIKE: 0.15,
  METRIC_OF_ROLE: 0.1,
  SPELLING_MENDED: 0.05,
  INTENT_CLOSE: 0.15,
  WORDS_UNREAD: 0.2,
};

/** 1 less what each uncertainty costs; .1 at least. */
export const confidenceOf = (why: readonly string[]) =>
  Math.round(100 * Math.max(0.1, 1 - why.reduce((sum, one) => sum + (COST[one] ?? 0), 0))) / 100;

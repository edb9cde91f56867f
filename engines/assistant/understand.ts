import type { Metric } from "../../data/activity/metric.ts";
import type { Place } from "../../data/places/place.ts";
import { nearestNames } from "../../data/places/search/nearest.ts";
import { says } from "./evidence.ts";
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
import { periodBefore } from "./period.ts";
import { wholeOf } from "./period-kind.ts";
import type { UnknownPlace } from "./place-spans.ts";
import { liesIn, MOST_PLACES } from "./places.ts";
import { groupingBelow, USUAL_COUNT } from "./rank.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { refuseForm, refuseSubject } from "./scope.ts";
import type { Choice, Context, Intent, Reason, Understood } from "./understood.ts";

const USUAL_DAYS = 28;
const OFFERED = 4;

/** Intents that need a metric: their usual one is the role's. */
const OF_A_METRIC: readonly Intent[] = ["VALUE", "TREND", "RANKING", "COMPARISON", "SHARE", "FORECAST"];
const OF_NO_METRIC: readonly Intent[] = ["PLANNING", "PROJECTION", "HELP"];
/** Intents that are not of a place, so that an unread word is no unknown one. */
const OF_NO_PLACE: readonly Intent[] = ["DEFINITION", "HELP", "DATA_QUALITY"];

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
const refused = (context: Context, reason: Reason): Understood => ({
  ...blank(context),
  intent: "OUT_OF_SCOPE",
  reason,
  why: [`REFUSED_${reason}`],
});

/** Of a share's places those that it is the share of are left out: "of Lucknow in Uttar Pradesh" is Lucknow's. */
function innermost({ gazetteer }: Context, places: readonly Place[]): readonly Place[] {
  return places.filter((whole) => !places.some((part) => part !== whole && liesIn(gazetteer, part, whole)));
}

/** What the words and the previous question say together. */
function combine(context: Context, reading: Reading): Understood {
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
  if (intent.score - intent.next < 1) why.push("INTENT_CLOSE");
  if (reading.unknown.length > 0) why.push("WORDS_UNREAD");
  return why;
}

const COST: Readonly<Record<string, number>> = {
  INTENT_SUPPOSED: 0.1,
  LEANS_ON_PREVIOUS: 0.05,
  PLACE_LIKE: 0.15,
  METRIC_OF_ROLE: 0.1,
  SPELLING_MENDED: 0.05,
  INTENT_CLOSE: 0.15,
  WORDS_UNREAD: 0.2,
};

const confidenceOf = (why: readonly string[]) =>
  Math.round(100 * Math.max(0.1, 1 - why.reduce((sum, one) => sum + (COST[one] ?? 0), 0))) / 100;

/** Asked back: what was read is kept as pending, to be answered once the open point is said. */
function asked(read: Understood, reason: Reason, choices: readonly Choice[]): Understood {
  return {
    ...read,
    intent: "UNSURE",
    pending: read.intent,
    reason,
    choices,
    confidence: 0.2,
    why: [...read.why, `ASKED_${reason}`],
  };
}

/** What has to be asked back of a reading, null where nothing has. */
function openPoint(
  context: Context,
  reading: Reading,
  read: Understood,
): { reason: Reason; choices: readonly Choice[] } | null {
  const { places, unknown, metric } = reading;
  const homeless = says(reading.matches, "follow", "HOME") && read.places.length === 0;
  if (homeless) return { reason: "UNKNOWN_PLACE", choices: [] };
  const offer = (found: readonly Choice[]) => found.slice(0, OFFERED);
  const resolved = read.followsUp && context.previous?.reason === "AMBIGUOUS_PLACE";
  if (places.choices.length > 0 && !resolved) {
    return {
      reason: "AMBIGUOUS_PLACE",
      choices: offer(places.choices.map((place) => ({ kind: "PLACE", place }))),
    };
  }
  if (places.tooMany || read.places.length > MOST_PLACES) return { reason: "TOO_MANY_PLACES", choices: [] };
  const placeless = OF_NO_PLACE.includes(read.intent);
  const stray = placeless ? undefined : strayOf(reading, read);
  if (stray !== undefined) {
    const near = nearestNames(context.gazetteer, stray.text, OFFERED);
    return {
      reason: stray.sure || unknown.length === 1 ? "UNKNOWN_PLACE" : "UNCLEAR",
      choices: near.map((place) => ({ kind: "PLACE", place })),
    };
  }
  const needsMetric = OF_A_METRIC.includes(read.intent) && !(read.followsUp && metric.choices.length === 0);
  if (needsMetric && metric.choices.length > 0) {
    return {
      reason: "AMBIGUOUS_METRIC",
      choices: offer(metric.choices.map((one) => ({ kind: "METRIC", metric: one }))),
    };
  }
  if (countsUnknown(reading, read)) {
    return {
      reason: "AMBIGUOUS_METRIC",
      choices: ANY_METRIC.map((one) => ({ kind: "METRIC", metric: one })),
    };
  }
  return null;
}

/** Words beside which an unread one is what the question is about. */
const GOVERNING = new Set([
  "of",
  "by",
  "for",
  "from",
  "with",
  "among",
  "many",
  "and",
  "vs",
  "versus",
  "between",
  "than",
  "कितने",
  "कितनी",
  "kitne",
  "kitni",
  "और",
  "aur",
]);
const GOVERNED = new Set(["का", "की", "के", "को", "ने", "ka", "ki", "ke", "ko", "ne", "वाले", "wale"]);

/** The unread word that may be a place, or what the question is about; undefined where it hardly matters. */
function strayOf(
  { unknown, places, metric, tokens, intent }: Reading,
  read: Understood,
): UnknownPlace | undefined {
  const governed = ({ from, to }: UnknownPlace) =>
    GOVERNING.has(tokens[from - 1]?.text ?? "") || GOVERNED.has(tokens[to]?.text ?? "");
  const telling = unknown.find((one) => one.sure || governed(one));
  const findings = (read.intent === "RISK" || read.intent === "ANOMALIES") && intent.score >= 3;
  const clear = places.places.length > 0 && (metric.metrics.length > 0 || findings) && !read.followsUp;
  return telling ?? (clear && unknown.length === 1 ? undefined : unknown[0]);
}

const ANY_METRIC: readonly Metric[] = ["ENROLMENT", "DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE", "ACTIVITY"];
const COUNTING = /^(?:many|number|count|कितने|कितनी|संख्या|kitne|kitni|sankhya)$/;

/** Whether it counts something without saying what is counted, or something that is no metric. */
function countsUnknown({ metric, matches, tokens }: Reading, read: Understood): boolean {
  if (!OF_A_METRIC.includes(read.intent) || read.followsUp || metric.metrics.length > 0) return false;
  const counting = read.intent === "VALUE" && tokens.some(({ text }) => COUNTING.test(text));
  return counting || says(matches, "common", "NOUN");
}

/** Whether nothing in the words speaks of what is known here. */
function isEmptyOfMeaning(reading: Reading): boolean {
  const { metric, places, period, horizon, sector } = reading;
  const nothing =
    metric.metrics.length === 0 &&
    metric.choices.length === 0 &&
    places.places.length === 0 &&
    places.choices.length === 0;
  return nothing && !isSaid(reading) && period.period === null && horizon === null && sector === null;
}

const EXPLAINED: readonly Intent[] = ["RISK", "DATA_QUALITY", "PROJECTION", "PLANNING", "DEFINITION", "HELP"];

/** Whether it asks for a cause that counts cannot tell: those of risk, and of a place's findings, are told. */
function asksForCause(reading: Reading, read: Understood): boolean {
  if (!says(reading.matches, "scope", "CAUSE")) return false;
  if (read.intent === "FORECAST") return !read.followsUp;
  if (read.intent === "ANOMALIES") return reading.metric.metrics.length > 0;
  return !EXPLAINED.includes(read.intent);
}

/**
 * What a question in English, Hindi or transliterated Hindi asks for. Deterministic and pure: the same question and
 * context give the same reading. No figure is looked up here. Any text is borne: one longer than 1,000 characters, one
 * of control signs, formulas or personal numbers is refused unread, and nothing of it is repeated.
 */
export function understand(question: string, context: Context): Understood {
  const form = refuseForm(question);
  if (form !== null) return refused(context, form);
  const reading = readQuestion(question, context);
  const subject = refuseSubject(reading.tokens, reading.matches, reading.taken, reading.places.places.length);
  if (subject !== null) return refused(context, subject);
  const read = combine(context, reading);
  if (!read.followsUp) {
    if (isEmptyOfMeaning(reading) && reading.unknown.length === 0)
      return asked(read, leansOnPrevious(reading) ? "NO_PREVIOUS" : "UNCLEAR", []);
    if (leansOnPrevious(reading) && opensOnly(reading)) return asked(read, "NO_PREVIOUS", []);
  }
  if (asksForCause(reading, read)) return refused(context, "CAUSE_UNKNOWN");
  const open = openPoint(context, reading, read);
  if (open !== null) return asked(read, open.reason, open.choices);
  return { ...read, confidence: confidenceOf(read.why) };
}

/** Whether it begins as an addition to something said before. */
const opensOnly = ({ matches }: Reading) =>
  matches.some(({ lexicon, from, meaning }) => lexicon === "follow" && meaning === "ALSO" && from === 0);

import type { Metric } from "../../data/activity/metric.ts";
import { of, says } from "./evidence.ts";
import { bandMetric, datasetOf } from "./metric.ts";
import { OF_A_METRIC } from "./needs.ts";
import { liesIn } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { Context, Intent, Understood } from "./understood.ts";

/** From here on an intent is said, not merely supposed. */
export const SAID = 3;

export const isSaid = ({ intent }: Reading): boolean => intent.intent !== null && intent.score >= SAID;

const namesMetric = ({ metric }: Reading) => metric.metrics.length > 0 || metric.choices.length > 0;

/** Whether it is little more than "why?". */
const isWhyOnly = ({ matches, places, metric }: Reading) =>
  says(matches, "scope", "CAUSE") && places.places.length === 0 && metric.metrics.length === 0;

/** Whether a question by its own words can only be read with the one before it. */
export function leansOnPrevious(reading: Reading): boolean {
  const { matches, places, intent, period, horizon, grouping, rank, tokens, unknown, figure, term } = reading;
  if (isWhyOnly(reading) && !isSaid(reading)) return true;
  if (intent.intent === "HELP" || intent.intent === "DATA_QUALITY") return false;
  if (intent.intent === "DEFINITION" && term !== null) return false;
  const opens = of(matches, "follow").some(({ from, meaning }) => meaning === "ALSO" && from === 0);
  const refers = says(matches, "follow", "THAT");
  const also = says(matches, "follow", "ALSO");
  const placed = places.places.length > 0 || places.choices.length > 0;
  const complete = placed && namesMetric(reading) && !opens;
  if (complete && !refers) return false;
  if (opens) return true;
  const said = isSaid(reading);
  if (said && OF_A_METRIC.includes(intent.intent!) && !namesMetric(reading) && figure === null)
    return !placed || refers || also;
  const points =
    period.preceding ||
    placed ||
    namesMetric(reading) ||
    period.period !== null ||
    horizon !== null ||
    grouping !== null ||
    rank.count !== null;
  if (unknown.length > 0 && !points) return false;
  if (!said && points) return !complete && (tokens.length <= SHORT || refers || also);
  return (refers || (also && tokens.length <= SHORT)) && !placed;
}
const SHORT = 8;

/** Whether there is a reading to lean on. */
export const canLean = (previous: Understood | undefined): previous is Understood =>
  previous !== undefined &&
  previous.intent !== "OUT_OF_SCOPE" &&
  previous.intent !== "HELP" &&
  (previous.intent !== "UNSURE" || previous.pending !== null);

const isRefused = (intent: Intent) => intent === "UNSURE" || intent === "OUT_OF_SCOPE";

/** The previous question's intent, also where it was asked back. */
export const intentOf = (previous: Understood): Intent =>
  isRefused(previous.intent) ? previous.pending! : previous.intent;

/** Whether the previous intent stands: none is said, or a ranking is, of what was asked before. */
export function keepsIntent(reading: Reading, previous: Understood): boolean {
  const ranks = reading.intent.intent === "RANKING" && !namesMetric(reading);
  const before = intentOf(previous);
  return !isSaid(reading) || (ranks && (before === "RISK" || before === "ANOMALIES"));
}

/** The metric of a follow-up: a band alone narrows the previous one's dataset. */
export function metricsAfter(reading: Reading, previous: Understood): readonly Metric[] {
  const { metric } = reading;
  const dataset = previous.metric === null ? null : datasetOf(previous.metric);
  if (metric.band !== null && dataset !== null) {
    const narrowed = bandMetric(dataset, metric.band);
    if (narrowed !== null) return [narrowed];
  }
  if (metric.metrics.length > 0) return metric.metrics;
  const before = previous.metric === null ? [] : [previous.metric];
  return [...before, ...previous.otherMetrics];
}

/** The places of a follow-up: those it names, added to the previous ones where both are compared. */
export function placesAfter({ gazetteer }: Context, reading: Reading, previous: Understood, intent: Intent) {
  const named = reading.places.places;
  const chosen = previous.choices.flatMap((choice) =>
    choice.kind === "PLACE" && named.some((place) => liesIn(gazetteer, choice.place, place))
      ? [choice.place]
      : [],
  );
  if (previous.reason === "AMBIGUOUS_PLACE" && chosen.length === 1) return chosen;
  if (named.length === 0) return previous.places;
  const isAdded = intent === "COMPARISON" && (previous.intent === "COMPARISON" || named.length === 1);
  return isAdded
    ? [...new Map([...previous.places, ...named].map((place) => [place.code, place])).values()]
    : named;
}

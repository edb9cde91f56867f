import type { Metric } from "../../data/activity/metric.ts";
import { nearestNames } from "../../data/places/search/nearest.ts";
import { says } from "./evidence.ts";
import { OF_A_METRIC, OF_NO_PLACE } from "./needs.ts";
import type { UnknownPlace } from "./place-spans.ts";
import { MOST_PLACES } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { Choice, Context, Reason, Understood } from "./understood.ts";

const OFFERED = 4;

/** Asked back: what was read is kept as pending, to be answered once the open point is said. */
export function asked(read: Understood, reason: Reason, choices: readonly Choice[]): Understood {
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
export function openPoint(
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

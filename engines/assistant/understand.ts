import { combine, confidenceOf, refused } from "./combine.ts";
import { says } from "./evidence.ts";
import { isSaid, leansOnPrevious } from "./follow-up.ts";
import { asked, openPoint } from "./open-point.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { refuseForm, refuseSubject } from "./scope.ts";
import type { Context, Intent, Understood } from "./understood.ts";

/** Whether nothing in the words speaks of what is known here: a time alone does not. */
function isEmptyOfMeaning(reading: Reading): boolean {
  const { metric, places, sector } = reading;
  const metrics = metric.metrics.length + metric.choices.length;
  return metrics + places.places.length + places.choices.length === 0 && !isSaid(reading) && sector === null;
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

import { of, says } from "./evidence.ts";
import type { Match } from "./lexicon.ts";
import type { Figure, Grouping, Horizon, Intent } from "./understood.ts";

/** Of intents as well supported the one that stands first. */
const PRIORITY: readonly Intent[] = [
  "PLANNING",
  "PROJECTION",
  "DATA_QUALITY",
  "DEFINITION",
  "FORECAST",
  "ANOMALIES",
  "RISK",
  "SHARE",
  "COMPARISON",
  "RANKING",
  "TREND",
  "HELP",
  "VALUE",
];

/** What else of a question speaks for or against an intent. */
export interface Signs {
  readonly places: number;
  readonly metrics: number;
  readonly hasPeriod: boolean;
  readonly hasCompared: boolean;
  readonly horizon: Horizon | null;
  readonly figure: Figure | null;
  readonly grouping: Grouping | null;
  readonly isRanked: boolean;
  readonly term: string | null;
  readonly isSector: boolean;
}

export interface ReadIntent {
  readonly intent: Intent | null;
  /** What speaks for it; from 3 on it is said in so many words. */
  readonly score: number;
  /** What speaks for the next best. */
  readonly next: number;
}

const FURTHER = 0.5;
const MOST_FURTHER = 1;
/** What a structure says as plainly as a word. */
const PLAIN = 7;
const BARE = 3;
const RANKED = 4;

/** Words that set two places against each other. */
const CONTRASTS = new Set([
  "more",
  "fewer",
  "less",
  "ahead",
  "behind",
  "better",
  "worse",
  "higher",
  "lower",
  "greater",
  "or",
  "which",
  "than",
  "who",
  "ज्यादा",
  "अधिक",
  "कम",
  "आगे",
  "पीछे",
  "या",
  "किसने",
  "कहाँ",
  "किसमें",
  "zyada",
  "jyada",
  "adhik",
  "kam",
  "aage",
  "peeche",
  "ya",
  "kisme",
  "kismein",
  "kahan",
]);

/** Of each intent its weightiest phrase, and a little for further ones. */
function scoresOf(matches: readonly Match[]): Map<Intent, number> {
  const scores = new Map<Intent, number>();
  for (const [meaning, all] of Map.groupBy(of(matches, "intents"), (match) => match.meaning as Intent)) {
    const spans = new Set(all.map(({ from }) => from)).size;
    const best = Math.max(...all.map(({ weight }) => weight));
    scores.set(meaning, best + Math.min(MOST_FURTHER, FURTHER * (spans - 1)));
  }
  return scores;
}

/** Whether nothing narrows the question, so that "what is x" asks for x itself. */
function isBare(matches: readonly Match[], words: readonly string[], signs: Signs): boolean {
  const counts = of(matches, "intents").some(
    ({ meaning, from }) =>
      meaning === "VALUE" &&
      !["what", "whats", "show", "tell", "give", "batao", "बताओ", "बताइए"].includes(words[from] ?? ""),
  );
  const definite = words.includes("the") && !words.includes("explain") && !words.includes("mean");
  const narrowed =
    signs.hasPeriod || signs.horizon !== null || signs.isRanked || signs.figure === "BIOMETRIC_DUE";
  return signs.places === 0 && !counts && !definite && !narrowed;
}

function definition(scores: Map<Intent, number>, bare: boolean, signs: Signs): number {
  const said = scores.get("DEFINITION") ?? 0;
  if (signs.term === null || said === 0) return 0;
  if (said >= 8) return said + BARE;
  return bare ? said + BARE : 0;
}

/**
 * What a question asks for: each phrase speaks with its weight, and so does what else the question holds (a later
 * year, two places beside "than", a period compared).
 */
export function readIntent(matches: readonly Match[], words: readonly string[], signs: Signs): ReadIntent {
  const scores = scoresOf(matches);
  const add = (intent: Intent, more: number) => scores.set(intent, (scores.get(intent) ?? 0) + more);
  scores.set("DEFINITION", definition(scores, isBare(matches, words, signs), signs));
  // To project days ahead, or a metric, is to forecast it.
  const projected = scores.get("PROJECTION") ?? 0;
  if (projected > 0 && signs.horizon?.unit !== "YEAR" && (signs.metrics > 0 || signs.horizon !== null)) {
    scores.delete("PROJECTION");
    add("FORECAST", projected);
  }
  if (signs.horizon?.unit === "YEAR") add("PROJECTION", PLAIN);
  if (signs.horizon?.unit === "DAY") add("FORECAST", PLAIN - 1);
  if (signs.figure !== null) {
    const needed =
      says(matches, "figures", "NEED") || signs.horizon !== null || (scores.get("VALUE") ?? 0) > 0;
    const own = signs.figure === "BIOMETRIC_DUE" || signs.figure === "BUDGET_STRESS";
    add("PLANNING", own ? PLAIN + 2 : needed ? PLAIN + PLAIN + 1 : signs.metrics === 0 ? PLAIN - 2 : 1);
  }
  const comparing = scores.get("COMPARISON") ?? 0;
  if (comparing > 0 && (signs.places > 1 || signs.hasCompared)) add("COMPARISON", PLAIN - 1);
  if (signs.isRanked && signs.grouping !== null && signs.places < 2 && !signs.hasCompared) {
    if (comparing > 0) scores.set("COMPARISON", 1);
    if ((scores.get("SHARE") ?? 0) > 0) scores.set("SHARE", 1);
  }
  if (signs.isSector && signs.metrics === 0) add("RISK", 2);
  if (signs.isRanked && (scores.get("RANKING") ?? 0) < RANKED) scores.set("RANKING", RANKED);
  if (signs.places === 2 && words.some((word) => CONTRASTS.has(word))) add("COMPARISON", PLAIN);
  const help = scores.get("HELP") ?? 0;
  const busy =
    signs.metrics > 0 ||
    signs.places > 0 ||
    Math.max(0, ...[...scores].map(([one, score]) => (one === "HELP" || one === "VALUE" ? 0 : score))) >= 5;
  if (help > 0 && busy) scores.set("HELP", 0);
  const ranked = [...scores]
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1] || PRIORITY.indexOf(a[0]) - PRIORITY.indexOf(b[0]));
  const [best, second] = ranked;
  return { intent: best?.[0] ?? null, score: best?.[1] ?? 0, next: second?.[1] ?? 0 };
}

import { of } from "./evidence.ts";
import type { Match } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

export type Unit = "DAY" | "WEEK" | "FORTNIGHT" | "MONTH" | "QUARTER" | "HALF" | "YEAR";

/** What one word, or one phrase, says of time. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
  /** Written in digits, or a number's word. */
  readonly number: number | null;
  readonly digits: string;
  readonly text: string;
  readonly gap: string;
  readonly unit: Unit | null;
  /** 1..12 */
  readonly month: number | null;
  readonly says: ReadonlySet<string>;
}

const MODAL_BEFORE = new Set([
  "i",
  "we",
  "you",
  "it",
  "they",
  "there",
  "he",
  "she",
  "which",
  "that",
  "who",
  "this",
]);
const MODAL_AFTER = new Set(["i", "we", "be", "have", "not", "you", "it", "also"]);

/** Whether "may" is a verb, "march" a walk, "mar" or "is" something else: only beside other words of time a month. */
function isMonthName(tokens: readonly Token[], { from }: Match): boolean {
  const text = tokens[from]!.text;
  const [before, after] = [tokens[from - 1]?.text ?? "", tokens[from + 1]?.text ?? ""];
  if (text === "may") return !MODAL_BEFORE.has(before) && !MODAL_AFTER.has(after);
  return true;
}

/** A question as strokes of time: a token that says nothing of it is a stroke that says nothing. */
export function strokesOf(
  tokens: readonly Token[],
  matches: readonly Match[],
  taken: readonly boolean[],
): Stroke[] {
  const times = of(matches, "time");
  const numbers = of(matches, "numbers");
  const strokes: Stroke[] = [];
  for (let at = 0; at < tokens.length; ) {
    const here = taken[at] === true ? [] : times.filter(({ from }) => from === at);
    const to = Math.max(at + 1, ...here.map((match) => match.to));
    const { number, text, gap } = tokens[at]!;
    const meanings = here.filter((match) => match.to === to).map(({ meaning }) => meaning);
    const unit = meanings.find((one) => one.startsWith("UNIT:"))?.slice(5) as Unit | undefined;
    const named = here.find(({ meaning }) => meaning.startsWith("MONTH:"));
    const month = named !== undefined && isMonthName(tokens, named) ? Number(named.meaning.slice(6)) : null;
    const word = taken[at] === true ? undefined : numbers.find(({ from }) => from === at);
    strokes.push({
      from: at,
      to,
      number: taken[at] === true ? null : (number ?? (word === undefined ? null : Number(word.meaning))),
      digits: number === null ? "" : text,
      text,
      gap: gap.trim(),
      unit: unit ?? null,
      month,
      says: new Set(meanings.filter((one) => !one.includes(":"))),
    });
    at = to;
  }
  return strokes;
}

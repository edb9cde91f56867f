import { isWordOf } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** Ways a word is marked as a place's name. */
const isBefore = (token: Token | undefined) => token !== undefined && isWordOf("common", token.text, "PREP");
const isAfter = (token: Token | undefined) => token !== undefined && isWordOf("common", token.text, "POST");

/** A capital tells a name, unless every word has one. */
const isTitled = (tokens: readonly Token[], at: number) =>
  tokens[at]!.titled && tokens.some(({ titled, text }) => !titled && /[a-z]/.test(text));

/**
 * Whether the words from..to stand where a place's name would: after a preposition or a comma, before a postposition,
 * or with a capital within the sentence.
 */
export function isMarked(tokens: readonly Token[], from: number, to: number): boolean {
  const capital = from > 0 && isTitled(tokens, from);
  return capital || tokens[from]!.gap.includes(",") || isBefore(tokens[from - 1]) || isAfter(tokens[to]);
}

/** Prepositions and postpositions that stand by places far more than by anything else. */
const PLACE_BEFORE = new Set([
  "in",
  "at",
  "within",
  "across",
  "near",
  "district",
  "state",
  "city",
  "pincode",
]);
const PLACE_AFTER = new Set([
  "में",
  "मे",
  "me",
  "mein",
  "mai",
  "men",
  "district",
  "state",
  "city",
  "जिले",
  "जिला",
  "jile",
  "zile",
  "jila",
  "zila",
]);

/** Whether they stand where hardly anything but a place would. */
export function isSurelyMarked(tokens: readonly Token[], from: number, to: number): boolean {
  return PLACE_BEFORE.has(tokens[from - 1]?.text ?? "") || PLACE_AFTER.has(tokens[to]?.text ?? "");
}

/** Whether the word before is a verb, so that "gaya" after it is one too. */
export function followsVerb(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  return before !== undefined && isWordOf("common", before.text, "VERBAL");
}

import { of, says } from "./evidence.ts";
import type { Match } from "./lexicon.ts";
import { hasControls, LONGEST_QUESTION, normalise, type Token } from "./tokens.ts";
import type { Reason } from "./understood.ts";

/** Twelve digits in fours, ten or more at once, or ten or more one by one: a number that belongs to a person. */
const PERSONAL_NUMBER =
  /(?<!\d)\d{4}[^\p{L}\p{N}]{0,2}\d{4}[^\p{L}\p{N}]{0,2}\d{4}(?!\d)|\d{10}|(?<!\d)\d(?:[ .-]\d(?!\d)){9}/u;

/** Signs of formulas, markup, code and addresses: questions in words have none of them. */
const CODE_SIGNS: readonly RegExp[] = [
  /^\s*[=@]/,
  /^\s*[+-]\s*[\d(a-z]/i,
  /[{}`\\]|\$\(|<\s*[a-z/!?]|&lt;|&#|%[0-9a-f]{2}/i,
  /https?:|www\.|\.\.\/|file:|javascript:|data:text/i,
  /;\s*--|'\s*(?:or|and)\s*'?\d|\/\*|\*\/|\|\||&&/i,
  /\bselect\b[^.]{0,80}\bfrom\b|\b(?:drop|truncate|alter)\s+table\b|\bunion\s+(?:all\s+)?select\b|\bdelete\s+from\b|\binsert\s+into\b/i,
];

/** What a text's mere form says against reading it; null where nothing does. */
export function refuseForm(question: string): Reason | null {
  if (question.length > LONGEST_QUESTION) return "TOO_LONG";
  const text = normalise(question);
  if (hasControls(question)) return "UNREADABLE";
  if (PERSONAL_NUMBER.test(text)) return "PERSONAL_DATA";
  if (CODE_SIGNS.some((pattern) => pattern.test(text))) return "INJECTION";
  return /[\p{L}\p{N}]/u.test(text) ? null : "EMPTY";
}

/** In the order they weigh. */
const REASONS: readonly Reason[] = [
  "INJECTION",
  "PERSONAL_DATA",
  "OTHER_COUNTRY",
  "OTHER_SUBJECT",
  "NOT_IN_DATA",
];

/** Before "who" where it asks for persons; after a noun it only tells which ("children who got"). */
const ASKED = new Set([
  "me",
  "know",
  "tell",
  "show",
  "list",
  "find",
  "and",
  "about",
  "out",
  "check",
  "exactly",
  "everyone",
]);

/** "names of the districts" asks for no person's name. */
const NAMES = /^(?:names?|नाम|naam)$/;

/**
 * Why what a question speaks of cannot be answered; null where it can.
 *
 * @param taken whether a token is part of a place's name
 * @param places how many places are named: "who is ahead" of two asks for no person
 */
export function refuseSubject(
  tokens: readonly Token[],
  matches: readonly Match[],
  taken: readonly boolean[],
  places: number,
): Reason | null {
  const homes = of(matches, "follow").filter(({ meaning }) => meaning === "HOME");
  const grouped = of(matches, "groupings").length > 0;
  const found = of(matches, "scope").filter(({ from, to, meaning }) => {
    const words = tokens.slice(from, to);
    if (words.some((_, at) => taken[from + at] === true)) return false;
    // "men" is also the Hindi "in", which stands after a place.
    if (to - from === 1 && words[0]!.text === "men" && taken[from - 1] === true) return false;
    const home = homes.some((one) => one.from <= from && to <= one.to);
    if (meaning === "PERSONAL_DATA" && home) return false;
    return !(meaning === "PERSONAL_DATA" && grouped && words.some(({ text }) => NAMES.test(text)));
  });
  const asksWho = found.some(
    ({ meaning, from }) => meaning === "PERSONAL_WHO" && (from === 0 || ASKED.has(tokens[from - 1]!.text)),
  );
  if (asksWho) return "PERSONAL_DATA";
  const reason = REASONS.find((one) => says(found, "scope", one));
  if (reason !== undefined) return reason;
  if (!says(found, "scope", "WHO_IS") || grouped || places > 1) return null;
  return of(matches, "metrics").length === 0 ? "OTHER_SUBJECT" : "PERSONAL_DATA";
}

import type { Gazetteer, Place } from "../../data/places/place.ts";
import { isWordOf, LEXICONS, type Match } from "./lexicon.ts";
import { followsVerb, isMarked } from "./marks.ts";
import { namedExactly } from "./names.ts";
import type { Token } from "./tokens.ts";

/** Words that name a place, or one of several namesakes. */
export interface PlaceSpan {
  readonly from: number;
  readonly to: number;
  /** One, or the namesakes it may be. */
  readonly places: readonly Place[];
  /** 0..1 */
  readonly score: number;
}

/** A pincode that is none, or words that seem a place's and name none. */
export interface UnknownPlace {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Whether it stands where hardly anything but a place would. */
  readonly sure: boolean;
}

const LONGEST_NAME = 5;
const MORE_THAN = new Set(["than", "over", "above", "below", "under", "exceed", "से", "se", "top", "first"]);

/** Six digits, at once or in threes, that begin with no zero. */
function pincodeAt(tokens: readonly Token[], at: number): { code: string; to: number } | null {
  const [first, second] = [tokens[at]!.text, tokens[at + 1]];
  if (/^[1-9]\d{5}$/.test(first)) return { code: first, to: at + 1 };
  const halves = /^[1-9]\d\d$/.test(first) && second !== undefined && /^\d{3}$/.test(second.text);
  return halves && second.gap === " " ? { code: first + second.text, to: at + 2 } : null;
}

/** "IN-MH" or "IN-MH/pune" as the tokens that its signs part. */
function codeAt(tokens: readonly Token[], at: number): { code: string; to: number } | null {
  const state = tokens[at + 1];
  if (tokens[at]!.text !== "in" || state === undefined || state.gap !== "-" || state.text.length !== 2)
    return null;
  let code = `IN-${state.text.toUpperCase()}`;
  let to = at + 2;
  while (tokens[to] !== undefined && ["/", "-"].includes(tokens[to]!.gap)) {
    code += tokens[to]!.gap + tokens[to]!.text;
    to++;
  }
  return { code, to };
}

const textOf = (tokens: readonly Token[], from: number, to: number) =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");

/** Whether a word means something else, so that it names a place only where a place is marked. */
const isOtherWord = (word: string) =>
  LEXICONS.some((lexicon) => lexicon !== "regions" && isWordOf(lexicon, word)) &&
  !isWordOf("common", word, "PLACEPART");

function namedAt({ gazetteer, tokens }: Read, at: number): PlaceSpan | null {
  for (let to = Math.min(tokens.length, at + LONGEST_NAME); to > at; to--) {
    const text = textOf(tokens, at, to);
    const places = namedExactly(gazetteer, text);
    if (places.length === 0 || isWordOf("common", text, "DIRECTION")) continue;
    const single = to - at === 1;
    if (single && isOtherWord(text) && (!isMarked(tokens, at, to) || followsVerb(tokens, at))) continue;
    return { from: at, to, places, score: 1 };
  }
  return null;
}

const SHORT_BEFORE = new Set([
  "in",
  "of",
  "for",
  "from",
  "across",
  "within",
  "at",
  "vs",
  "versus",
  "and",
  "aur",
  "compare",
  "with",
  "the",
  "between",
]);
const SHORT_AFTER = new Set([
  "me",
  "mein",
  "mai",
  "main",
  "men",
  "ka",
  "ki",
  "ke",
  "se",
  "vs",
  "versus",
  "aur",
  "में",
  "का",
  "की",
  "के",
  "और",
  "districts",
  "district",
  "state",
]);

/** Whether an abbreviation such as "up" stands for a state rather than being a word of its own. */
function isAbbreviation(tokens: readonly Token[], { from, to }: Match): boolean {
  const token = tokens[from]!;
  if (to - from > 1 || !/^[a-z]{1,2}$/.test(token.text)) return true;
  const shouting = tokens.every(({ capitals, text }) => capitals || !/[a-z]{3}/.test(text));
  if (token.capitals && !shouting) return true;
  if (tokens.length === 1) return true;
  return SHORT_BEFORE.has(tokens[from - 1]?.text ?? "") || SHORT_AFTER.has(tokens[to]?.text ?? "");
}

interface Read {
  readonly gazetteer: Gazetteer;
  readonly tokens: readonly Token[];
  readonly matches: readonly Match[];
}

/** The places that codes, pincodes, exact names and usual abbreviations name, in order, and pincodes that are none. */
export function spansIn(read: Read): { spans: PlaceSpan[]; unknown: UnknownPlace[] } {
  const { gazetteer, tokens, matches } = read;
  const spans: PlaceSpan[] = [];
  const unknown: UnknownPlace[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const coded = codeAt(tokens, at) ?? pincodeAt(tokens, at);
    const place = coded === null ? undefined : gazetteer.find(coded.code);
    if (coded !== null && !MORE_THAN.has(tokens[at - 1]?.text ?? "")) {
      const { to, code } = coded;
      if (place !== undefined) spans.push({ from: at, to, places: [place], score: 1 });
      else unknown.push({ from: at, to, text: code, sure: true });
      at = to - 1;
      continue;
    }
    const named = namedAt(read, at);
    const region = matches.find(
      (one) => one.lexicon === "regions" && one.from === at && isAbbreviation(tokens, one),
    );
    const meant = region === undefined ? undefined : gazetteer.find(region.meaning);
    if (meant !== undefined && region!.to - at >= (named?.to ?? at) - at) {
      spans.push({ from: at, to: region!.to, places: [meant], score: 1 });
      at = region!.to - 1;
    } else if (named !== null) {
      spans.push(named);
      at = named.to - 1;
    }
  }
  return { spans, unknown };
}

import { foldName } from "../../data/places/fold.ts";
import { soften } from "../../data/places/search/skeleton.ts";

/** Letters read of a question; a longer one is refused whole. */
export const LONGEST_QUESTION = 1000;

/** A word or number of a question. */
export interface Token {
  /** Lower case, NFKC, Western digits, without a possessive 's. */
  readonly text: string;
  /** What lexicons compare: `text` folded, Devanagari without dots below. */
  readonly key: string;
  /** The key without habits of spelling, by which words that no lexicon has as they stand are compared. */
  readonly soft: string;
  /** Its value where it is a number of at most nine digits. */
  readonly number: number | null;
  /** Whether it was written in capitals only. */
  readonly capitals: boolean;
  /** Whether it begins with a capital. */
  readonly titled: boolean;
  /** Signs and blanks between the token before and this one: "" where they touch. */
  readonly gap: string;
}

/** Signs that are not seen: joiners, direction marks, soft hyphens, byte order marks. */
const UNSEEN = /\p{Cf}|\ufe0e|\ufe0f/gu;
/** Control signs other than tab and line ends. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
const WORD = /[\p{L}\p{M}]+(?:['’`][\p{L}\p{M}]+)*|\p{Nd}+/gu;
const DEVANAGARI_DIGIT = /[\u0966-\u096f]/g;
/** As in "18+". */
const PLUS = /(\d)\+/g;
const NUKTA = /\u093c/g;
const CHANDRABINDU = /\u0901/g;

/** The text as it is read: NFKC, digits Western, unseen signs taken out. */
export function normalise(text: string): string {
  return text
    .slice(0, LONGEST_QUESTION)
    .toWellFormed()
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .replace(DEVANAGARI_DIGIT, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(PLUS, "$1 plus ");
}

/** Whether a text holds control signs. */
export const hasControls = (text: string): boolean => CONTROL.test(text);

/** The form in which lexicons compare a word. */
export const keyOf = (word: string): string =>
  foldName(word).replace(NUKTA, "").replace(CHANDRABINDU, "\u0902");

/** A key without habits of spelling; one of another script as it is. */
export const softOf = (key: string): string => (/^[a-z]+$/.test(key) ? soften(key) : key);

/** The forms of a lower-case word in which lexicons compare it. */
export function formsOf(text: string): Pick<Token, "text" | "key" | "soft"> {
  const key = keyOf(text);
  return { text, key, soft: softOf(key) };
}

function tokenOf(raw: string, gap: string): Token {
  const text = raw
    .toLowerCase()
    .replace(/['’`]s$/, "")
    .replace(/['’`]/g, "");
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null;
  const capitals = raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
  const titled = raw[0] !== raw[0]!.toLowerCase();
  return { ...formsOf(text), number, capitals, titled, gap };
}

const isInitial = ({ text }: Token) => text.length === 1 && /\p{L}/u.test(text);

/** Initials written with dots or "&" become one word: "U.P." → "up", "J & K" → "jk". */
function joinInitials(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  let open = false;
  for (const token of tokens) {
    const last = joined.at(-1);
    const sign = token.gap.trim();
    if (
      last !== undefined &&
      isInitial(token) &&
      (open || isInitial(last)) &&
      (sign === "." || sign === "&")
    ) {
      joined[joined.length - 1] = { ...last, ...formsOf(last.text + token.text), capitals: true };
      open = true;
    } else {
      joined.push(token);
      open = false;
    }
  }
  return joined;
}

/** The words and numbers of a normalised text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    tokens.push(tokenOf(raw, text.slice(end, index)));
    end = index + raw.length;
  }
  return joinInitials(tokens);
}

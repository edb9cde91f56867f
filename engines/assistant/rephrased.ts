import type { Language } from "../../data/places/place.ts";
import { numbersIn } from "./numbers-in.ts";

/** Why a rephrased text may not stand for the plain one. */
export type Flaw = "EMPTY" | "LENGTH" | "MARKUP" | "NUMBER" | "NUMBER_WORD" | "LANGUAGE";

/** How many times as long as the plain text it may be, and how long at most. */
const TIMES = 3;
const LONGEST = 4000;

/** Signs of markup, addresses and code; control and direction characters. */
const MARKUP = /[<>`{}[\]\\|]|https?:|www\.|[\p{Cc}\p{Cf}]/u;

/** Words that are numbers, or change one: they count as wrong where the plain text has none of them. */
const NUMBER_WORDS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|lakh|lakhs|crore|crores|million|billion|dozen|half|halves|twice|thrice|double|doubled|triple|tripled|quarter|third|percent|per cent)\b|(?:एक|दो|तीन|चार|पाँच|पांच|छह|छः|सात|आठ|नौ|दस|ग्यारह|बारह|तेरह|चौदह|पंद्रह|सोलह|सत्रह|अठारह|उन्नीस|बीस|तीस|चालीस|पचास|साठ|सत्तर|अस्सी|नब्बे|सौ|हज़ार|हजार|लाख|करोड़|अरब|दर्जन|आधा|आधी|आधे|दोगुना|दोगुनी|दुगुना|तिगुना|चौथाई|तिहाई|प्रतिशत)(?![\p{L}\p{M}])/giu;

const LETTERS = /\p{L}/gu;
const DEVANAGARI = /\p{Script=Devanagari}/gu;
/** Of an English text's letters at most so many are Devanagari, of a Hindi one's at least. */
const SHARE: Readonly<Record<Language, (share: number) => boolean>> = {
  EN: (share) => share < 0.2,
  HI: (share) => share > 0.5,
};

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Dates and spans of ages, which are names: as they stand in the text. */
const namesIn = (text: string): string[] => text.match(/\d{4}-\d{2}(?:-\d{2})?|\d+–\d+/gu) ?? [];

function sorted(text: string): string {
  const numbers = numbersIn(text).map(({ value }) => value.toPrecision(12));
  return [...numbers, ...namesIn(text)].toSorted().join(" ");
}

/** Whether both hold the same numbers, dates and spans, as often: none changed, none added, none left out. */
const sameNumbers = (plain: string, phrased: string) => sorted(plain) === sorted(phrased);

const wordsOf = (text: string) => (text.match(NUMBER_WORDS) ?? []).map((word) => word.toLowerCase());

/**
 * What is wrong with a text that rephrases another; null where it may stand for it. That a number stands where another
 * one should cannot be seen: both are there.
 */
export function flawOf(plain: string, phrased: string, language: Language): Flaw | null {
  if (phrased.trim() === "") return "EMPTY";
  if (phrased.length > Math.min(LONGEST, TIMES * plain.length + 100)) return "LENGTH";
  if (MARKUP.test(phrased)) return "MARKUP";
  if (!sameNumbers(plain, phrased)) return "NUMBER";
  const known = new Set(wordsOf(plain));
  if (wordsOf(phrased).some((word) => !known.has(word))) return "NUMBER_WORD";
  const letters = countOf(phrased, LETTERS);
  return SHARE[language](countOf(phrased, DEVANAGARI) / Math.max(letters, 1)) ? null : "LANGUAGE";
}

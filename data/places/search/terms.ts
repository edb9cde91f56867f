import { foldName, foldWords } from "../fold.ts";
import { aliasesOf } from "../names.ts";
import type { Gazetteer, Place } from "../place.ts";
import { isDevanagari, romanise } from "./romanise.ts";
import { skeletonOf, soften } from "./skeleton.ts";

/** The forms in which names and what is looked for are compared. */
export interface Forms {
  readonly folded: string;
  /** In Latin letters: the folded text itself, or a Hindi one romanised. */
  readonly latin: string;
  /** `latin` without habits of spelling. */
  readonly soft: string;
  readonly skeleton: string;
  /** Bit c of the letters that `latin` holds: names with few in common are not compared letter by letter. */
  readonly letters: number;
}

/** One way to write the name of a place, as a search compares it. */
export interface Term extends Forms {
  readonly place: Place;
  /** As the gazetteer writes it. */
  readonly text: string;
  /** Where its words but the first begin within `folded`, and where each word ends. */
  readonly wordStarts: readonly number[];
  readonly wordEnds: readonly number[];
}

/** Bits of the letters and digits of a Latin text. */
function lettersOf(latin: string): number {
  let bits = 0;
  for (let at = 0; at < latin.length; at++) {
    const letter = latin.charCodeAt(at) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return bits;
}

/** The text in the forms it is compared in. */
export function formsOf(text: string): Forms {
  const folded = foldName(text);
  const latin = isDevanagari(text) ? foldWords(text).map(romanise).join("") : folded;
  return { folded, latin, soft: soften(latin), skeleton: skeletonOf(latin), letters: lettersOf(latin) };
}

function wordsOf(text: string): Pick<Term, "wordStarts" | "wordEnds"> {
  const [wordStarts, wordEnds]: [number[], number[]] = [[], []];
  let at = 0;
  for (const word of foldWords(text)) {
    if (at > 0) wordStarts.push(at);
    at += word.length;
    wordEnds.push(at);
  }
  return { wordStarts, wordEnds };
}

function termOf(place: Place, text: string): Term {
  return { place, text, ...wordsOf(text), ...formsOf(text) };
}

const indexes = new WeakMap<Gazetteer, readonly Term[]>();

/** Every name of every place: English, Hindi and former ones, the wider places first. Made once a gazetteer. */
export function termsOf(gazetteer: Gazetteer): readonly Term[] {
  let terms = indexes.get(gazetteer);
  if (terms === undefined) {
    const { country, states, districts, pincodes } = gazetteer;
    terms = [country, ...states, ...districts, ...pincodes].flatMap((place) => {
      const names = new Set([place.name.EN, place.name.HI, ...aliasesOf(place.code)]);
      return [...names].map((text) => termOf(place, text));
    });
    indexes.set(gazetteer, terms);
  }
  return terms;
}

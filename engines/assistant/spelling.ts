import { editDistance } from "../../data/places/distance.ts";
import type { Gazetteer } from "../../data/places/place.ts";
import { mendableWords } from "./lexicon.ts";
import { isSurelyMarked } from "./marks.ts";
import { namedNearly } from "./names.ts";
import { formsOf, type Token } from "./tokens.ts";

/** Unread words that are looked up, at most. */
const MOST_WORDS = 12;
const ONE_EDIT = 5;
const TWO_EDITS = 9;
/** From here on a place's name fits better than a mended word. */
const PLACE_FITS = 0.86;
const PLACE_MAY_FIT = 0.7;

/** The words of the lexicons by their first letter. */
let byLetter: ReadonlyMap<string, readonly string[]> | undefined;

function nearestWord(key: string): { word: string; edits: number } | null {
  byLetter ??= Map.groupBy(mendableWords(), (word) => word[0] ?? "");
  const allowed = key.length >= TWO_EDITS ? 2 : key.length >= ONE_EDIT ? 1 : 0;
  let [best, edits]: [string | null, number] = [null, allowed];
  for (const word of byLetter.get(key[0] ?? "") ?? []) {
    if (word.length < 4) continue;
    const far = editDistance(key, word, edits);
    if (far < edits || (far === edits && best === null)) [best, edits] = [word, far];
  }
  return best === null ? null : { word: best, edits };
}

/**
 * The tokens with misspelt words of the lexicons mended: one edit from five letters on, two from nine, the first letter
 * as it is. A word that a place's name fits better is left alone.
 *
 * @param free whether a token is read by nothing yet
 */
export function mendSpelling(
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  free: readonly boolean[],
): Token[] {
  let looked = 0;
  return tokens.map((token, at) => {
    if (free[at] !== true || token.number !== null || ++looked > MOST_WORDS) return token;
    const near = nearestWord(token.key);
    if (near === null) return token;
    const { score } = namedNearly(gazetteer, token.text);
    if (score >= PLACE_FITS) return token;
    if (score >= PLACE_MAY_FIT && (near.edits > 1 || isSurelyMarked(tokens, at, at + 1))) return token;
    return { ...token, ...formsOf(near.word) };
  });
}

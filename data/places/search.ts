import { editDistance } from "./distance.ts";
import { foldName, foldWords } from "./fold.ts";
import { aliasesOf } from "./names.ts";
import { type Gazetteer, PLACE_LEVELS, type Place, type PlaceLevel } from "./place.ts";

export interface PlaceFound {
  readonly place: Place;
  /** How well it fits: 1 the code itself, then the whole name, its beginning, a word's beginning, a part. */
  readonly score: number;
  /** The code, name or alias that fitted. */
  readonly matched: string;
}

const SCORES = { code: 1, name: 0.95, codePrefix: 0.85, prefix: 0.8, word: 0.6, part: 0.4 } as const;

interface Term {
  readonly place: Place;
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
}

const indexes = new WeakMap<Gazetteer, readonly Term[]>();

function termsOf(place: Place): Term[] {
  const names = new Set([place.name.EN, place.name.HI, ...aliasesOf(place.code)]);
  return [...names].map((text) => ({ place, text, folded: foldName(text), words: foldWords(text) }));
}

function indexOf(gazetteer: Gazetteer): readonly Term[] {
  let terms = indexes.get(gazetteer);
  if (terms === undefined) {
    const { country, states, districts, pincodes } = gazetteer;
    terms = [country, ...states, ...districts, ...pincodes].flatMap(termsOf);
    indexes.set(gazetteer, terms);
  }
  return terms;
}

function scoreName(term: Term, wanted: string): number {
  if (!term.folded.includes(wanted)) return 0;
  if (term.folded === wanted) return SCORES.name;
  if (term.folded.startsWith(wanted)) return SCORES.prefix;
  return term.words.some((word) => word.startsWith(wanted)) ? SCORES.word : SCORES.part;
}

function scoreCode(code: string, wanted: string): number {
  if (code.toLowerCase() === wanted) return SCORES.code;
  return /^\d+$/.test(wanted) && code.startsWith(wanted) ? SCORES.codePrefix : 0;
}

const inOrder = (a: PlaceFound, b: PlaceFound) =>
  b.score - a.score ||
  PLACE_LEVELS.indexOf(a.place.level) - PLACE_LEVELS.indexOf(b.place.level) ||
  (a.place.code < b.place.code ? -1 : 1);

/**
 * The places whose code, English or Hindi name or former name the text is, begins or is part of; the digits of a
 * pincode find those it begins. Case, accents, blanks and marks make no difference. Best first, then the wider
 * place, then by code; each place once. Blank text finds nothing.
 */
export function searchPlaces(
  gazetteer: Gazetteer,
  text: string,
  { levels, first }: { readonly levels?: readonly PlaceLevel[] | null | undefined; readonly first: number },
): PlaceFound[] {
  const wanted = foldName(text);
  const code = text.trim().toLowerCase();
  if (wanted === "") return [];
  const best = new Map<Place, PlaceFound>();
  for (const term of indexOf(gazetteer)) {
    if (levels != null && !levels.includes(term.place.level)) continue;
    const ofCode = scoreCode(term.place.code, code);
    const ofName = scoreName(term, wanted);
    const score = Math.max(ofCode, ofName);
    if (score === 0 || score <= (best.get(term.place)?.score ?? 0)) continue;
    best.set(term.place, {
      place: term.place,
      score,
      matched: ofCode >= ofName ? term.place.code : term.text,
    });
  }
  return [...best.values()].sort(inOrder).slice(0, first);
}

/** The digits that two pincodes begin with alike. */
function sharedDigits(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}

/**
 * The places whose code or name is nearest to a text that names none, to offer in an error: pincodes by their
 * first digits, states and districts by fewest edits of their slug or names.
 */
export function nearestNames(gazetteer: Gazetteer, text: string, count: number): Place[] {
  if (/^\d+$/.test(text)) {
    return gazetteer.pincodes
      .map((place) => ({ place, far: -sharedDigits(place.code, text) }))
      .sort((a, b) => a.far - b.far || a.place.index - b.place.index)
      .slice(0, count)
      .map(({ place }) => place);
  }
  const wanted = foldName(text);
  const slug = foldName(text.slice(text.indexOf("/") + 1));
  const edits = ({ place, folded }: Term) =>
    Math.min(
      editDistance(wanted, folded, wanted.length),
      editDistance(wanted, foldName(place.code), wanted.length),
      editDistance(slug, folded, slug.length),
    );
  const nearest = new Map<Place, number>();
  for (const term of indexOf(gazetteer)) {
    if (term.place.level === "PINCODE") continue;
    nearest.set(term.place, Math.min(nearest.get(term.place) ?? Number.POSITIVE_INFINITY, edits(term)));
  }
  return [...nearest]
    .sort(([a, x], [b, y]) => x - y || (a.code < b.code ? -1 : 1))
    .slice(0, count)
    .map(([place]) => place);
}

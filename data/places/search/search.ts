import { foldWords } from "../fold.ts";
import { type Gazetteer, PLACE_LEVELS, type Place, type PlaceLevel } from "../place.ts";
import { scoreTerm, type Wanted, wantedOf } from "./score.ts";
import { type Term, termsOf } from "./terms.ts";

export interface PlaceFound {
  readonly place: Place;
  /** How well it fits, 0..1: the code 1, digits that a pincode begins with .85, names as scoreTerm has them. */
  readonly score: number;
  /** The code, name or former name that fitted. */
  readonly matched: string;
}

export interface SearchOptions {
  readonly levels?: readonly PlaceLevel[] | null | undefined;
  readonly first: number;
  /** How much goes on at a place: of places that fit as well, the busier comes first. None where left out. */
  readonly activityOf?: (place: Place) => number;
}

const CODE = 1;
const CODE_PREFIX = 0.85;

/** What a match within a place that the text names beside it loses against a match of the whole text. */
const NARROWED = 0.02;

/** The place that the text names beside something unknown is still worth showing. */
const BESIDE = 0.5;

/** How well a place beside the name must fit for the name to be looked for within it. */
const SURE = 0.7;

/** Words that say what a place is, not which. */
const GENERIC = new Set(
  [
    "district",
    "dist",
    "distt",
    "state",
    "city",
    "pin",
    "pincode",
    "zila",
    "jila",
    "rajya",
    "जिला",
    "ज़िला",
    "राज्य",
    "शहर",
    "पिन",
    "पिनकोड",
  ].map((word) => foldWords(word)[0]!),
);

function scoreCode(code: string, wanted: string): number {
  if (code.toLowerCase() === wanted) return CODE;
  return /^\d+$/.test(wanted) && code.startsWith(wanted) ? CODE_PREFIX : 0;
}

/** Whether the place is one of these or lies in one of them. */
function liesIn({ districts, states }: Gazetteer, place: Place, within: ReadonlySet<Place>): boolean {
  if (within.has(place)) return true;
  if (place.level === "COUNTRY" || place.level === "STATE") return false;
  const district = place.level === "DISTRICT" ? place : districts[place.district]!;
  return within.has(district) || within.has(states[district.state]!);
}

class Finding {
  readonly best = new Map<Place, PlaceFound>();

  add(place: Place, score: number, matched: string): void {
    if (score > (this.best.get(place)?.score ?? 0)) this.best.set(place, { place, score, matched });
  }
}

/** States and districts that a text names for sure: among what a name beside it is looked for. */
function placesNamed(terms: readonly Term[], text: string): Set<Place> {
  const wanted = wantedOf(text);
  const named = new Set<Place>();
  for (const term of terms) {
    // Pincodes stand last.
    if (term.place.level === "PINCODE") break;
    if (term.place.level !== "COUNTRY" && scoreTerm(wanted, term) >= SURE) named.add(term.place);
  }
  return named;
}

interface Look {
  readonly wanted: Wanted;
  readonly code: string;
  readonly within: ReadonlySet<Place>;
}

/** The words parted in two, either way round, where one part names a state or district: the other is looked for in it. */
function looksOf(terms: readonly Term[], words: readonly string[]): Look[] {
  const looks: Look[] = [];
  for (let cut = 1; cut < words.length; cut++) {
    const parts = [words.slice(0, cut).join(" "), words.slice(cut).join(" ")] as const;
    for (const [name, beside] of [parts, parts.toReversed()] as const) {
      const within = placesNamed(terms, beside!);
      if (within.size > 0) looks.push({ wanted: wantedOf(name!), code: name!.toLowerCase(), within });
    }
  }
  return looks;
}

/**
 * The places whose code, English, Hindi or former name the text is, begins, sounds like or nearly is; the digits of a
 * pincode find those it begins. Case, accents, blanks and marks make no difference; Devanagari and its usual
 * transliterations find each other; words may narrow one another ("aurangabad bihar"). Best first, then the busier
 * place, the wider, by code; each place once. Blank text finds nothing.
 */
export function searchPlaces(
  gazetteer: Gazetteer,
  text: string,
  { levels, first, activityOf = () => 0 }: SearchOptions,
): PlaceFound[] {
  const words = text.split(/[\s,]+/).filter((word) => foldWords(word).length > 0);
  const telling = words.filter((word) => !GENERIC.has(foldWords(word).join("")));
  const said = telling.length > 0 ? telling : words;
  const whole = said.join(" ");
  const wanted = wantedOf(whole);
  if (wanted.folded === "") return [];
  const terms = termsOf(gazetteer);
  const digits = whole.replaceAll(/\s+/g, "");
  const code = /^\d+$/.test(digits) ? digits : text.trim().toLowerCase();
  const finding = new Finding();
  const looks = said.length > 1 && said.length <= 5 ? looksOf(terms, said) : [];
  for (const term of terms) {
    const { place } = term;
    if (levels != null && !levels.includes(place.level)) continue;
    const ofCode = scoreCode(place.code, code);
    if (ofCode > 0) finding.add(place, ofCode, place.code);
    const score = scoreTerm(wanted, term);
    if (score > 0) finding.add(place, score, term.text);
    for (const look of looks) {
      if (!liesIn(gazetteer, place, look.within)) continue;
      const narrowed = Math.max(scoreTerm(look.wanted, term), scoreCode(place.code, look.code));
      if (narrowed > 0) finding.add(place, narrowed - NARROWED, term.text);
    }
  }
  for (const { within } of looks) {
    for (const place of within) {
      if (levels == null || levels.includes(place.level)) finding.add(place, BESIDE, place.name.EN);
    }
  }
  return [...finding.best.values()]
    .sort(
      (a, b) =>
        b.score - a.score ||
        activityOf(b.place) - activityOf(a.place) ||
        PLACE_LEVELS.indexOf(a.place.level) - PLACE_LEVELS.indexOf(b.place.level) ||
        (a.place.code < b.place.code ? -1 : 1),
    )
    .slice(0, first);
}

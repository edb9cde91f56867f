import type { Gazetteer, Place } from "../../data/places/place.ts";
import type { PlaceSpan } from "./place-spans.ts";
import type { Token } from "./tokens.ts";

/** More than these cannot be answered at once. */
export const MOST_PLACES = 4;

export interface ReadPlaces {
  readonly places: readonly Place[];
  /** Namesakes that nothing decides between; none where all is clear. */
  readonly choices: readonly Place[];
  /** How well the names fitted, 0..1: that of the least. */
  readonly score: number;
  readonly tooMany: boolean;
}

/** Whether the place is the other or lies in it. */
export function liesIn({ districts, states }: Gazetteer, place: Place, other: Place): boolean {
  if (other.level === "COUNTRY" || place.code === other.code) return true;
  if (place.level === "COUNTRY" || place.level === "STATE") return false;
  const district = place.level === "DISTRICT" ? place : districts[place.district]!;
  return district.code === other.code || states[district.state]!.code === other.code;
}

/** The place and what it lies in up to its state. */
function regionsOf({ districts, states }: Gazetteer, place: Place): Place[] {
  if (place.level === "COUNTRY") return [];
  if (place.level === "STATE") return [place];
  const district = place.level === "DISTRICT" ? place : districts[place.district]!;
  return [...new Set([place, district, states[district.state]!])];
}

/** Of the namesakes the one that lies in the first region that tells them apart. */
function decide(gazetteer: Gazetteer, places: readonly Place[], regions: readonly Place[]): readonly Place[] {
  for (const region of regions) {
    const within = places.filter((place) => liesIn(gazetteer, place, region));
    if (within.length === 1) return within;
  }
  return places;
}

const APART = new Set([
  "and",
  "or",
  "vs",
  "versus",
  "with",
  "than",
  "to",
  "against",
  "और",
  "बनाम",
  "aur",
  "banam",
  "से",
  "se",
  "v",
]);
const NEAR = 4;

/** Whether two spans stand side by side as "Pune, Maharashtra" does, no word between that would tell them apart. */
function areJoined(tokens: readonly Token[], a: PlaceSpan, b: PlaceSpan): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  const between = tokens.slice(first.to, second.from);
  return between.length <= NEAR && !between.some(({ text }) => APART.has(text));
}

/**
 * The places that spans name. Namesakes are told apart by a region named beside them, then by the regions given (the
 * asker's own, the previous question's). A region that only says where a place named beside it lies is left out.
 */
export function resolvePlaces(
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  spans: readonly PlaceSpan[],
  around: readonly Place[],
): ReadPlaces {
  const sure = spans.filter(({ places }) => places.length === 1).map(({ places }) => places[0]!);
  const homes = around.flatMap((place) => regionsOf(gazetteer, place));
  const decided = spans.map((span) => {
    if (span.places.length === 1) return span;
    const named = decide(gazetteer, span.places, sure);
    return { ...span, places: named.length === 1 ? named : decide(gazetteer, span.places, homes) };
  });
  const isQualifier = (span: PlaceSpan) => {
    const region = span.places[0]!;
    return (
      span.places.length === 1 &&
      decided.some(
        (other) =>
          other.places[0]!.code !== region.code &&
          other.places.every((place) => liesIn(gazetteer, place, region)) &&
          areJoined(tokens, span, other),
      )
    );
  };
  const kept = decided.filter((span) => !isQualifier(span)).toSorted((a, b) => a.from - b.from);
  const places = new Map(kept.flatMap(({ places: [place] }) => [[place!.code, place!] as const]));
  const doubtful = kept.find((span) => span.places.length > 1);
  return {
    places: [...places.values()].slice(0, MOST_PLACES),
    choices: doubtful?.places ?? [],
    score: Math.min(1, ...kept.map(({ score }) => score)),
    tooMany: places.size > MOST_PLACES,
  };
}

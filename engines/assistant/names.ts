import { foldName } from "../../data/places/fold.ts";
import type { Gazetteer, Place } from "../../data/places/place.ts";
import { isDevanagari } from "../../data/places/search/romanise.ts";
import { scoreTerm, wantedOf } from "../../data/places/search/score.ts";
import { formsOf, type Term, termsOf } from "../../data/places/search/terms.ts";

interface Names {
  /** The search's terms of the country, states and districts. */
  readonly wide: readonly Term[];
  /** Of them, by folded name and by that name in Latin letters. */
  readonly exact: ReadonlyMap<string, readonly Place[]>;
  /** Pincodes by the folded name of their post office. */
  readonly offices: ReadonlyMap<string, readonly Place[]>;
}

const namesOf = new WeakMap<Gazetteer, Names>();

function group(pairs: Iterable<readonly [string, Place]>): Map<string, Place[]> {
  const map = new Map<string, Place[]>();
  for (const [name, place] of pairs) {
    const places = map.get(name) ?? [];
    if (!places.includes(place)) places.push(place);
    map.set(name, places);
  }
  return map;
}

function namesIn(gazetteer: Gazetteer): Names {
  let names = namesOf.get(gazetteer);
  if (names === undefined) {
    const terms = termsOf(gazetteer);
    const wide = terms.filter(({ place }) => place.level !== "PINCODE");
    const exact = wide.flatMap(({ place, folded, latin }) => [
      [folded, place] as const,
      [latin, place] as const,
    ]);
    const narrow = terms.filter(({ place }) => place.level === "PINCODE");
    const offices = group(narrow.map(({ place, folded }) => [folded, place] as const));
    names = { wide, exact: group(exact), offices };
    namesOf.set(gazetteer, names);
  }
  return names;
}

/** Of namesakes the widest: Delhi is the state; a state's district of the same name is asked for as a district. */
function widest(places: readonly Place[]): readonly Place[] {
  const wide = places.filter(({ level }) => level !== "DISTRICT");
  return wide.length > 0 ? wide : places;
}

/** The country, states or districts of exactly this name, former name or spelling; several where they are namesakes. */
export function namedExactly(gazetteer: Gazetteer, text: string): readonly Place[] {
  const { exact } = namesIn(gazetteer);
  const found =
    exact.get(foldName(text)) ?? (isDevanagari(text) ? exact.get(formsOf(text).latin) : undefined);
  return widest(found ?? []);
}

/** The pincodes whose post office has exactly this name. */
export function officesNamed(gazetteer: Gazetteer, text: string): readonly Place[] {
  return namesIn(gazetteer).offices.get(foldName(text)) ?? [];
}

export interface Near {
  readonly places: readonly Place[];
  /** As the search scores it: from .7 a typing error, from .62 the same sound, from .78 a word of it. */
  readonly score: number;
}

/** Scores this close are one fit. */
const EVEN = 0.005;

/** The states and districts whose names a text fits best, those that fit as well together. */
export function namedNearly(gazetteer: Gazetteer, text: string): Near {
  const wanted = wantedOf(text);
  const best = new Map<Place, number>();
  let score = 0;
  for (const term of namesIn(gazetteer).wide) {
    const fit = scoreTerm(wanted, term);
    if (fit === 0 || fit < score - EVEN) continue;
    best.set(term.place, Math.max(fit, best.get(term.place) ?? 0));
    score = Math.max(score, fit);
  }
  const places = [...best].filter(([, fit]) => fit >= score - EVEN).map(([place]) => place);
  return { places: widest(places), score };
}

import { editDistance } from "../distance.ts";
import { foldName } from "../fold.ts";
import type { Gazetteer, Place } from "../place.ts";
import { type Term, termsOf } from "./terms.ts";

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
  for (const term of termsOf(gazetteer)) {
    if (term.place.level === "PINCODE") continue;
    nearest.set(term.place, Math.min(nearest.get(term.place) ?? Number.POSITIVE_INFINITY, edits(term)));
  }
  return [...nearest]
    .sort(([a, x], [b, y]) => x - y || (a.code < b.code ? -1 : 1))
    .slice(0, count)
    .map(([place]) => place);
}

import { Fault } from "../data/fault.ts";
import type { Gazetteer, Place } from "../data/places/place.ts";
import { nearestNames } from "../data/places/search/nearest.ts";

/** The most places one argument may name. */
const MAX_CODES = 1000;

/** Names to offer in place of one that is not known. */
const OFFERED = 3;

/** Longest part of a caller's text that a message repeats. */
const SHOWN = 40;

/**
 * The place of a code that an argument names.
 * @throws Fault NOT_FOUND with the nearest known places where there is none
 */
export function placeOf(gazetteer: Gazetteer, code: string, argument: string): Place {
  const place = gazetteer.find(code);
  if (place !== undefined) return place;
  const shown = code.length > SHOWN ? `${code.slice(0, SHOWN)}…` : code;
  const nearest = nearestNames(gazetteer, code.slice(0, SHOWN), OFFERED).map((one) => one.code);
  const offered = nearest.map((one) => `${one} (${gazetteer.find(one)?.name.EN})`);
  const offer = offered.length === 0 ? "" : ` Did you mean ${offered.join(", ")}?`;
  throw new Fault(
    "NOT_FOUND",
    `${argument}: no place has the code "${shown}". Codes look like IN, IN-MH, IN-MH/pune or 411001.${offer}`,
    { argument, nearest },
  );
}

/**
 * The places of a list of codes, each once; null, no restriction, stays null.
 * @throws Fault NOT_FOUND for a code that is none, BAD_USER_INPUT for more than 1,000
 */
export function placesOf(
  gazetteer: Gazetteer,
  codes: readonly string[] | null | undefined,
  argument: string,
): Place[] | null {
  if (codes == null) return null;
  if (codes.length > MAX_CODES) {
    throw new Fault(
      "BAD_USER_INPUT",
      `${argument} names ${codes.length} places: at most ${MAX_CODES} may be named. Name a place above them instead.`,
    );
  }
  return [...new Set(codes)].map((code) => placeOf(gazetteer, code, argument));
}

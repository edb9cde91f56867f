import type { Gazetteer, Place } from "../../data/places/place.ts";
import { isWordOf } from "./lexicon.ts";
import { isMarked, isSurelyMarked } from "./marks.ts";
import { namedNearly, officesNamed } from "./names.ts";
import type { PlaceSpan, UnknownPlace } from "./place-spans.ts";
import type { Token } from "./tokens.ts";
import { isVerbal } from "./verbs.ts";

/** Runs of unread words looked at, at most: a question of many is understood otherwise or not at all. */
const MOST_RUNS = 6;
const WIDEST_WINDOW = 3;
const MOST_NAMESAKES = 4;

const SAME = 0.85;
const PART = 0.76;
const TYPO = 0.7;
const SOUND = 0.62;

const isPart = (token: Token | undefined) =>
  token !== undefined && isWordOf("common", token.text, "PLACEPART");
const letters = (text: string) => text.replaceAll(" ", "").length;

/** Whether a name that fits so well is meant. */
function isMeant(text: string, score: number, marked: boolean): boolean {
  if (score >= SAME) return true;
  if (score >= PART) return letters(text) >= 5;
  if (score >= TYPO) return letters(text) >= 5 || (marked && letters(text) >= 4);
  return score >= SOUND && letters(text) >= (marked ? 5 : 7);
}

interface Read {
  readonly gazetteer: Gazetteer;
  readonly tokens: readonly Token[];
}

/** The place that a window of words nearly names: a post office of exactly that name speaks against a mere likeness. */
function guess({ gazetteer, tokens }: Read, from: number, to: number): PlaceSpan | null {
  const text = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(" ");
  const { places, score } = namedNearly(gazetteer, text);
  if (score >= SAME && places.length <= MOST_NAMESAKES) return { from, to, places, score };
  const offices: readonly Place[] = officesNamed(gazetteer, text);
  if (offices.length > 0) {
    const homes = offices.flatMap((office) =>
      office.level === "PINCODE" ? [office, gazetteer.districts[office.district]!] : [],
    );
    return { from, to, places: [...new Set(homes)].slice(0, MOST_NAMESAKES), score: PART };
  }
  if (places.length > MOST_NAMESAKES || !isMeant(text, score, isMarked(tokens, from, to))) return null;
  return { from, to, places, score };
}

/** Left and right of an unread word, further unread ones and words that names are made of. */
function windowsOf({ tokens }: Read, free: readonly boolean[], at: number): [number, number][] {
  const joins = (one: number) => free[one] === true || isPart(tokens[one]);
  const starts = [at];
  if (joins(at - 1)) starts.unshift(at - 1);
  const windows: [number, number][] = [];
  for (const from of starts) {
    for (let to = at + 1; to <= from + WIDEST_WINDOW; to++) {
      if (to > at + 1 && !joins(to - 1)) break;
      windows.push([from, to]);
    }
  }
  return windows.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]));
}

/**
 * The places that unread words nearly name, and the unread words that are left.
 *
 * @param free whether a token is read by nothing yet
 */
export function guessPlaces(
  read: Read,
  free: readonly boolean[],
): { spans: PlaceSpan[]; unknown: UnknownPlace[] } {
  const { tokens } = read;
  const spans: PlaceSpan[] = [];
  const unknown: UnknownPlace[] = [];
  let runs = 0;
  for (let at = 0; at < tokens.length; at++) {
    const begins = free[at] !== true && isPart(tokens[at]) && !isPart(tokens[at - 1]);
    if (begins && runs < MOST_RUNS && (free[at + 1] === true || isPart(tokens[at + 1]))) {
      runs++;
      const span = guess(read, at, at + 2);
      if (span !== null) {
        spans.push(span);
        at = span.to - 1;
        continue;
      }
    }
    if (free[at] !== true) continue;
    const span =
      ++runs > MOST_RUNS
        ? undefined
        : windowsOf(read, free, at)
            .map(([from, to]) => guess(read, from, to))
            .find((one) => one !== null);
    if (span != null) {
      spans.push(span);
      at = span.to - 1;
    } else {
      const sure = isSurelyMarked(tokens, at, at + 1);
      if (!sure && isVerbal(tokens[at]!.text)) continue;
      unknown.push({ from: at, to: at + 1, text: tokens[at]!.text, sure });
    }
  }
  return { spans, unknown };
}

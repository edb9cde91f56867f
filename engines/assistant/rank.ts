import type { Place } from "../../data/places/place.ts";
import { heaviest, of } from "./evidence.ts";
import type { Match } from "./lexicon.ts";
import type { Token } from "./tokens.ts";
import type { Grain, Grouping, Rank } from "./understood.ts";

export const USUAL_COUNT = 5;
const MOST = 100;

/** The number beside a rank word or before the level's word: "top 5", "5 busiest pincodes", "10 zile". */
function countIn(tokens: readonly Token[], matches: readonly Match[]): number | null {
  const numbers = of(matches, "numbers");
  const numberAt = (at: number) => {
    const token = tokens[at];
    if (token === undefined) return null;
    if (token.number !== null) return token.text.length <= 3 ? token.number : null;
    const word = numbers.find((one) => one.from === at);
    return word === undefined || Number(word.meaning) === 1 ? null : Number(word.meaning);
  };
  const beside = [
    ...of(matches, "rank").flatMap(({ from, to }) => [to, from - 1]),
    ...of(matches, "groupings").flatMap(({ from }) => [from - 1, from - 2]),
  ];
  const count = beside.map(numberAt).find((one) => one !== null && one > 0);
  return count == null ? null : Math.min(count, MOST);
}

export interface ReadRank {
  readonly direction: Rank["direction"] | null;
  readonly count: number | null;
  /** The only number of the question, which in a follow-up may be the count: "make it 20". */
  readonly lone: number | null;
}

/** What a question says of ranking; null for what it leaves open. */
export function readRank(tokens: readonly Token[], matches: readonly Match[]): ReadRank {
  const direction = heaviest(matches, "rank")?.meaning as Rank["direction"] | undefined;
  const numbers = tokens.flatMap(({ number }) => (number === null ? [] : [number]));
  const lone = numbers.length === 1 && numbers[0]! > 0 && numbers[0]! <= MOST ? numbers[0]! : null;
  return { direction: direction ?? null, count: countIn(tokens, matches), lone };
}

const STRONG = 2;

/** The level a question groups by; a mere "zile" right after a place says what the place is. */
export function readGrouping(matches: readonly Match[], placeEnds: ReadonlySet<number>): Grouping | null {
  const telling = of(matches, "groupings").filter(
    ({ weight, from }) => weight >= STRONG || !placeEnds.has(from),
  );
  return (heaviest(telling, "groupings")?.meaning as Grouping | undefined) ?? null;
}

/** The level below a place: what its ranking is of where none is named. */
export function groupingBelow(place: Place | undefined): Grouping {
  if (place === undefined || place.level === "COUNTRY") return "STATE";
  return place.level === "STATE" ? "DISTRICT" : "PINCODE";
}

/** The step of time a question names. */
export const readGrain = (matches: readonly Match[]): Grain | null =>
  (heaviest(matches, "grains")?.meaning as Grain | undefined) ?? null;

import type { Lexicon, Match } from "./lexicon.ts";

/** The matches of one lexicon. */
export const of = (matches: readonly Match[], lexicon: Lexicon): Match[] =>
  matches.filter((match) => match.lexicon === lexicon);

/** Whether a lexicon's meaning stands in the question. */
export const says = (matches: readonly Match[], lexicon: Lexicon, meaning: string): boolean =>
  matches.some((match) => match.lexicon === lexicon && match.meaning === meaning);

/** Its meanings, each once, in the order they stand in. */
export const meaningsOf = (matches: readonly Match[], lexicon: Lexicon): string[] => [
  ...new Set(of(matches, lexicon).map(({ meaning }) => meaning)),
];

/** The meaning of most weight, the first where several have as much. */
export function heaviest(matches: readonly Match[], lexicon: Lexicon): Match | undefined {
  return of(matches, lexicon).reduce<Match | undefined>(
    (best, match) => (best === undefined || match.weight > best.weight ? match : best),
    undefined,
  );
}

/** Whether a token lies within a match. */
export const isWithin = (matches: readonly Match[], at: number): boolean =>
  matches.some(({ from, to }) => from <= at && at < to);

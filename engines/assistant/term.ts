import { of } from "./evidence.ts";
import type { Match } from "./lexicon.ts";

/** The glossary key that a question's longest term names, the weightier of two as long; null where it names none. */
export function readTerm(matches: readonly Match[]): string | null {
  const longest = of(matches, "terms").toSorted(
    (a, b) => b.to - b.from - (a.to - a.from) || b.weight - a.weight || a.from - b.from,
  )[0];
  return longest?.meaning ?? null;
}

import { heaviest, of, says } from "./evidence.ts";
import type { Match } from "./lexicon.ts";
import type { Figure } from "./understood.ts";

const STRONG = 2;

/**
 * The planning figure a question names. What exists already ("schools", "hospitals") is one only where need or a year
 * to come is spoken of, and no metric: how many there are today is not known here.
 */
export function readFigure(
  matches: readonly Match[],
  looksAhead: boolean,
  isOfMetric: boolean,
): Figure | null {
  const figures = of(matches, "figures").filter(({ meaning }) => meaning !== "NEED");
  const planned = (looksAhead || says(matches, "figures", "NEED")) && !isOfMetric;
  const found = heaviest(
    figures.filter(({ weight }) => weight >= STRONG || planned),
    "figures",
  );
  return (found?.meaning as Figure | undefined) ?? null;
}

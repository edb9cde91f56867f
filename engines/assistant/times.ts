import { isWithin, of } from "./evidence.ts";
import { readHorizon } from "./horizon.ts";
import type { Match } from "./lexicon.ts";
import { type ReadPeriod, readPeriod } from "./period.ts";
import type { Coverage, Period } from "./period-kind.ts";
import { strokesOf } from "./time-symbols.ts";
import type { Token } from "./tokens.ts";
import type { Grain, Horizon } from "./understood.ts";

/** Whether words speak of what is to come. */
function looksAhead(matches: readonly Match[]): boolean {
  const said = of(matches, "intents").some(
    ({ meaning }) => meaning === "FORECAST" || meaning === "PROJECTION",
  );
  const figures = new Set(of(matches, "figures").map(({ meaning }) => meaning));
  return said || (figures.has("NEED") && figures.size > 1);
}

/** Where the question looks ahead a month named without its year is the coming one, and "कल" the day after. */
function isComing({ kind, relative, words }: Period, ahead: boolean): boolean {
  const month = kind === "MONTH" && !relative && !/\d/.test(words);
  return ahead && (month || words === "कल" || words === "kal");
}

/** Whether words compare; "than 500" only counts. */
const compares = (tokens: readonly Token[], matches: readonly Match[]) =>
  of(matches, "intents").some(
    ({ meaning, weight, to }) => meaning === "COMPARISON" && (weight > 1 || tokens[to]?.number == null),
  );

interface About {
  /** Whether it has one place and one metric, so that what it compares are periods. */
  readonly alone: boolean;
  readonly grain: Grain | null;
}

/**
 * The period a question is of and how far ahead it looks. Of a question that names days of the data and does not speak
 * of what is to come, a later day ("for tomorrow's meeting") is not what is asked.
 */
export function readTimes(
  tokens: readonly Token[],
  matches: readonly Match[],
  taken: readonly boolean[],
  coverage: Coverage,
  { alone, grain }: About,
): { readonly period: ReadPeriod; readonly horizon: Horizon | null } {
  const banded = of(matches, "bands");
  const busy = tokens.map((_, at) => taken[at] === true || isWithin(banded, at));
  const strokes = strokesOf(tokens, matches, busy);
  const ahead = looksAhead(matches);
  const read = readPeriod({ strokes, coverage, comparing: compares(tokens, matches) }, alone, grain);
  const named = read.period;
  const isPast = named !== null && named.from <= coverage.to && !isComing(named, ahead);
  const horizon = isPast && !ahead ? null : readHorizon(strokes, coverage.to, ahead);
  const period = horizon === null || isPast ? read : { period: null, compared: null, preceding: false };
  return { period, horizon };
}

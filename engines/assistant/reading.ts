import type { Place } from "../../data/places/place.ts";
import { isWithin, meaningsOf } from "./evidence.ts";
import { readFigure } from "./figure.ts";
import { type ReadIntent, readIntent } from "./intent.ts";
import { type Match, matchesIn } from "./lexicon.ts";
import { type ReadMetric, readMetric } from "./metric.ts";
import type { ReadPeriod } from "./period.ts";
import { guessPlaces } from "./place-guess.ts";
import { type PlaceSpan, spansIn, type UnknownPlace } from "./place-spans.ts";
import { type ReadPlaces, resolvePlaces } from "./places.ts";
import { type ReadRank, readGrain, readGrouping, readRank } from "./rank.ts";
import { mendSpelling } from "./spelling.ts";
import { readTerm } from "./term.ts";
import { readTimes } from "./times.ts";
import { normalise, type Token, tokensOf } from "./tokens.ts";
import type { Context, Figure, Grain, Grouping, Horizon, RiskLevel, Sector } from "./understood.ts";

/** All that a question's own words say, before the previous question and usual values fill what it leaves open. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly matches: readonly Match[];
  readonly taken: readonly boolean[];
  readonly places: ReadPlaces;
  readonly unknown: readonly UnknownPlace[];
  readonly metric: ReadMetric;
  readonly period: ReadPeriod;
  readonly horizon: Horizon | null;
  readonly rank: ReadRank;
  readonly grouping: Grouping | null;
  readonly grain: Grain | null;
  readonly sector: Sector | null;
  readonly riskLevel: RiskLevel | null;
  readonly figure: Figure | null;
  readonly term: string | null;
  readonly intent: ReadIntent;
  readonly mended: number;
}

/** Words a question may hold, beyond which it is not read: what a person asks has far fewer. */
const MOST_TOKENS = 250;

const first = <T extends string>(meanings: readonly string[]): T | null =>
  (meanings[0] as T | undefined) ?? null;

/** Which tokens a span of a place takes. */
function takenBy(
  tokens: readonly Token[],
  spans: readonly { readonly from: number; readonly to: number }[],
): boolean[] {
  return tokens.map((_, at) => spans.some(({ from, to }) => from <= at && at < to));
}

const isFree = (tokens: readonly Token[], matches: readonly Match[], taken: readonly boolean[]) =>
  tokens.map(
    ({ number, text }, at) =>
      number === null && text.length > 1 && taken[at] !== true && !isWithin(matches, at),
  );

interface Names {
  readonly tokens: readonly Token[];
  readonly matches: readonly Match[];
  readonly spans: readonly PlaceSpan[];
  readonly unknown: readonly UnknownPlace[];
  readonly mended: number;
}

/** The words mended, and the places that they name. */
function readNames(question: string, { gazetteer }: Context): Names {
  const raw = tokensOf(normalise(question)).slice(0, MOST_TOKENS);
  const known = matchesIn(raw);
  const sure = spansIn({ gazetteer, tokens: raw, matches: known });
  const tokens = mendSpelling(
    gazetteer,
    raw,
    isFree(raw, known, takenBy(raw, [...sure.spans, ...sure.unknown])),
  );
  const mended = tokens.filter((token, at) => token !== raw[at]).length;
  const matches = mended === 0 ? known : matchesIn(tokens);
  const { spans, unknown } = mended === 0 ? sure : spansIn({ gazetteer, tokens, matches });
  const free = isFree(tokens, matches, takenBy(tokens, [...spans, ...unknown]));
  const guessed = guessPlaces({ gazetteer, tokens }, free);
  return {
    tokens,
    matches,
    spans: [...spans, ...guessed.spans],
    unknown: [...unknown, ...guessed.unknown],
    mended,
  };
}

/** Reads a question's words. */
export function readQuestion(question: string, context: Context): Reading {
  const { tokens, matches: all, spans, unknown, mended } = readNames(question, context);
  const taken = takenBy(tokens, spans);
  const matches = all.filter(({ from, lexicon }) => taken[from] !== true || lexicon === "regions");
  const around: readonly Place[] = [
    ...(context.place ? [context.place] : []),
    ...(context.previous?.places ?? []),
  ];
  const places = resolvePlaces(context.gazetteer, tokens, spans, around);
  const metric = readMetric(matches);
  const grain = readGrain(matches);
  const alone = places.places.length < 2 && metric.metrics.length < 2;
  const { period, horizon } = readTimes(tokens, matches, taken, context.coverage, { alone, grain });
  const rank = readRank(tokens, matches);
  const grouping = readGrouping(matches, new Set(spans.map(({ to }) => to)));
  const figure = readFigure(matches, horizon !== null, metric.metrics.length > 0);
  const sector = first<Sector>(meaningsOf(matches, "sectors"));
  const term = readTerm(matches);
  const intent = readIntent(
    matches,
    tokens.map(({ text }) => text),
    {
      places: places.places.length,
      metrics: metric.metrics.length,
      hasPeriod: period.period !== null,
      hasCompared: period.compared !== null,
      horizon,
      figure,
      grouping,
      isRanked: rank.direction !== null,
      term,
      isSector: sector !== null,
    },
  );
  const riskLevel = first<RiskLevel>(meaningsOf(matches, "levels"));
  return {
    tokens,
    matches,
    taken,
    places,
    unknown,
    metric,
    period,
    horizon,
    rank,
    grouping,
    grain,
    sector,
    riskLevel,
    figure,
    term,
    intent,
    mended,
  };
}

import { execute, type GraphQLSchema, parse } from "graphql";
import { parseDay } from "../data/activity/day.ts";
import { Fault } from "../data/fault.ts";
import type { Language } from "../data/places/place.ts";
import { understand } from "../engines/assistant/understand.ts";
import {
  type Choice,
  INTENTS,
  type Intent,
  type Role,
  type Understood,
} from "../engines/assistant/understood.ts";
import { tell } from "./ask/answer.ts";
import { readPrevious, writePrevious } from "./ask/previous.ts";
import { suggestionsFor } from "./ask/suggestions.ts";
import { type Cited, type Query, type Run, Telling } from "./ask/telling.ts";
import { METRIC_WORDS } from "./ask/words.ts";
import { builder } from "./builder.ts";
import { cached } from "./cache-hint.ts";
import type { GraphContext } from "./context.ts";
import { LanguageEnum } from "./language.ts";
import { MetricEnum } from "./metric.ts";
import { Place } from "./place.ts";
import { placeOf } from "./place-codes.ts";
import { RoleEnum } from "./roles.ts";

/** Cost of the queries that one answer may run: four places with a projection each are the most. */
const COST = 10_000;

const INTENT_WORDS: Readonly<Record<Intent, string>> = {
  VALUE: "What was counted.",
  TREND: "How it changed by month.",
  RANKING: "The largest or smallest.",
  COMPARISON: "Places or periods side by side.",
  SHARE: "A part of a whole.",
  RISK: "Risk and its reasons.",
  ANOMALIES: "Alerts.",
  FORECAST: "What reports are expected to count.",
  PROJECTION: "How many people there would be.",
  PLANNING: "What people would need.",
  DATA_QUALITY: "What is known, and how well.",
  DEFINITION: "What a word means.",
  HELP: "What can be asked.",
  OUT_OF_SCOPE: "It cannot be answered: the text says why.",
  UNSURE: "It is asked back: see choices.",
};

const IntentEnum = builder.enumType("Intent", {
  description: "What a question was read as.",
  values: Object.fromEntries(
    INTENTS.map((intent) => [intent, { description: INTENT_WORDS[intent] }]),
  ) as Record<Intent, { description: string }>,
});

const CitedFigure = builder.objectRef<Cited>("CitedFigure");
CitedFigure.implement({
  description:
    "A number of the answer's text, with what it is of. It was given by one of the answer's queries.",
  fields: (t) => ({
    place: t.expose("place", {
      type: Place,
      nullable: true,
      description: "Of which place; null where of the dataset.",
    }),
    metric: t.expose("metric", { type: MetricEnum, nullable: true, description: "What was counted, if so." }),
    what: t.exposeString("what", {
      nullable: true,
      description: "What the number is where it is no sum of the metric, e.g. risk.score; null where it is.",
    }),
    from: t.expose("from", {
      type: "Date",
      nullable: true,
      description: "First day of its period, if it has one.",
    }),
    to: t.expose("to", { type: "Date", nullable: true, description: "Last day of its period." }),
    value: t.exposeFloat("value", { description: "As the graph gave it." }),
    shown: t.exposeString("shown", { description: "As the text has it." }),
  }),
});

const AnswerQuery = builder.objectRef<Query>("AnswerQuery");
AnswerQuery.implement({
  description: "A query that the answer's numbers are from.",
  fields: (t) => ({
    document: t.exposeString("document", { description: "The GraphQL document." }),
    variables: t.string({
      description: "Its variables, as JSON.",
      resolve: ({ variables }) => JSON.stringify(variables),
    }),
    link: t.string({
      description: "Its address in GraphiQL, from the service's own.",
      resolve: ({ document, variables }) =>
        `/graphiql?${new URLSearchParams({ query: document, variables: JSON.stringify(variables) })}`,
    }),
  }),
});

interface Offered {
  readonly choice: Choice;
  readonly read: Understood;
}

const AnswerChoice = builder.objectRef<Offered>("AnswerChoice");
AnswerChoice.implement({
  description:
    "One reading of an open question. Sent as the next question, with the answer's `previous`, it completes it.",
  fields: (t) => ({
    place: t.field({
      type: Place,
      nullable: true,
      description: "The place that it means, if so.",
      resolve: ({ choice }) => (choice.kind === "PLACE" ? choice.place : null),
    }),
    metric: t.field({
      type: MetricEnum,
      nullable: true,
      description: "The metric that it means, if so.",
      resolve: ({ choice }) => (choice.kind === "METRIC" ? choice.metric : null),
    }),
    label: t.string({
      description: "In words.",
      args: { language: t.arg({ type: LanguageEnum, defaultValue: "EN", description: "Language of them." }) },
      resolve: ({ choice }, { language }, { store }) => labelOf(choice, language ?? "EN", store.gazetteer),
    }),
  }),
});

function labelOf(choice: Choice, language: Language, gazetteer: GraphContext["store"]["gazetteer"]): string {
  if (choice.kind === "METRIC") return METRIC_WORDS[choice.metric][language];
  const { place } = choice;
  const name = place.name[language];
  return place.level === "DISTRICT" ? `${name}, ${gazetteer.states[place.state]!.name[language]}` : name;
}

interface Answered {
  readonly read: Understood;
  readonly text: string;
  readonly phrased: boolean;
  readonly telling: Telling;
}

const Answer = builder.objectRef<Answered>("Answer");
Answer.implement({
  description:
    "An answer in words whose every number is cited, with the queries that gave it. Nothing of it is stored.",
  fields: (t) => ({
    text: t.exposeString("text", { description: "The answer, plain text." }),
    phrased: t.exposeBoolean("phrased", {
      description:
        "Whether a language model put it into words; its numbers are those of figures nevertheless.",
    }),
    intent: t.field({
      type: IntentEnum,
      description: "What it was read as.",
      resolve: ({ read }) => read.intent,
    }),
    figures: t.field({
      type: [CitedFigure],
      complexity: { field: 1, multiplier: 20 },
      description: "Every number of the text, in its order of telling.",
      resolve: ({ telling }) => telling.figures,
    }),
    queries: t.field({
      type: [AnswerQuery],
      complexity: { field: 1, multiplier: 8 },
      description: "What was asked of the graph.",
      resolve: ({ telling }) => telling.queries,
    }),
    choices: t.field({
      type: [AnswerChoice],
      complexity: { field: 1, multiplier: 8 },
      description: "What may have been meant, where it is asked back.",
      resolve: ({ read }) => read.choices.map((choice) => ({ choice, read })),
    }),
    suggestions: t.stringList({
      description: "Questions that may come next.",
      resolve: ({ telling }) => suggestionsFor(telling),
    }),
    confidence: t.float({
      description: "How sure the reading of the question is, 0..1. Judged, not measured.",
      resolve: ({ read }) => read.confidence,
    }),
    why: t.stringList({
      description: "What the reading rests on, in codes; none of the question's words.",
      resolve: ({ read }) => read.why,
    }),
    previous: t.string({
      description: "This question's reading, to be sent with the next question, which may lean on it.",
      resolve: ({ read }) => writePrevious(read),
    }),
  }),
});

/** Runs queries of an answer's own within its request: the same dataset, the same loaders, the same time limit. */
const runIn =
  (schema: GraphQLSchema, contextValue: GraphContext): Run =>
  async ({ document, variables }) => {
    const { data, errors } = await execute({
      schema,
      document: parse(document),
      variableValues: variables,
      contextValue,
    });
    if (errors === undefined) return data;
    throw errors[0]!.originalError ?? errors[0]!;
  };

async function answer(
  question: string,
  {
    role,
    language,
    place,
    previous,
  }: {
    readonly role: Role;
    readonly language: Language;
    readonly place: string | null;
    readonly previous: string | null;
  },
  context: GraphContext,
  schema: GraphQLSchema,
): Promise<Answered> {
  const { gazetteer, dataset } = context.store;
  const home = place === null ? undefined : placeOf(gazetteer, place, "place");
  const coverage = { from: parseDay(dataset.from)!, to: parseDay(dataset.to)! };
  const read = understand(question, {
    ...{ gazetteer, coverage, role, language, place: home },
    previous: previous === null ? undefined : readPrevious(previous, gazetteer),
  });
  const telling = new Telling(read, { language, gazetteer, lastDay: coverage.to }, runIn(schema, context));
  const plain = await tell(telling, dataset);
  const phrased = telling.figures.length === 0 ? null : await context.phrase(plain, language, context.signal);
  return { read, telling, text: phrased ?? plain, phrased: phrased !== null };
}

/** Longer ones are refused before they are looked at. */
const LONGEST = 20_000;

builder.queryField("ask", (t) =>
  t.field({
    type: Answer,
    nullable: true,
    complexity: { field: COST, multiplier: 1 },
    // What people ask is theirs: no cache keeps it.
    ...cached({ scope: "PRIVATE" }),
    description:
      "A question in English or Hindi, in Devanagari or Latin letters. Null with an error alone: ENGINE_NOT_READY where it needs engines in the first minute of a new dataset.",
    args: {
      question: t.arg.string({ required: true, description: "In your own words." }),
      role: t.arg({ type: RoleEnum, defaultValue: "DISTRICT_ADMIN", description: "Who asks." }),
      place: t.arg.id({ description: "Code of the place that is meant where none is named." }),
      language: t.arg({ type: LanguageEnum, defaultValue: "EN", description: "Language of the answer." }),
      previous: t.arg.string({ description: "`previous` of the answer that this question leans on." }),
    },
    resolve: (_, { question, role, place, language, previous }, context, { schema }) => {
      if (question.length > LONGEST)
        throw new Fault(
          "BAD_USER_INPUT",
          `question may have at most ${LONGEST} characters: ask in a sentence or two.`,
        );
      return answer(
        question,
        {
          role: role ?? "DISTRICT_ADMIN",
          language: language ?? "EN",
          place: place == null ? null : String(place),
          previous: previous ?? null,
        },
        context,
        schema,
      );
    },
  }),
);

import { type ExecutionResult, GraphQLError } from "graphql";
import {
  createYoga,
  type GraphQLParams,
  type Plugin,
  useExecutionCancellation,
  type YogaServerInstance,
} from "graphql-yoga";
import { LRUCache } from "lru-cache";
import { type Compute, HERE } from "../../schema/compute.ts";
import { createContext, type Phrase } from "../../schema/context.ts";
import { type Engines, NO_ENGINES } from "../../schema/engines.ts";
import type { ErrorLog } from "../../schema/errors.ts";
import { schema } from "../../schema/schema.ts";
import type { MediaType } from "../representation/accept.ts";
import { costLimit } from "./cost-limit.ts";
import { documentLimits } from "./limits.ts";
import { yogaMask } from "./mask.ts";
import type { Answer, Notes, Run } from "./run.ts";
import { watchStates } from "./watched.ts";

/** Documents that Yoga keeps parsed, and bytes of their texts: a tree takes some fifty times as much. */
const PARSED = 128;
const PARSED_BYTES = 512 << 10;

/** Yoga sees the parameters that we have read: it never parses an address or a body itself. */
const readParams: Plugin<object, Run> = {
  onRequestParse({ serverContext, setRequestParser }) {
    const { query, operationName, variables, extensions } = serverContext.params;
    setRequestParser(() => ({ query, operationName, variables, extensions }) as GraphQLParams);
  },
};

const failed = ({ data, errors }: ExecutionResult) =>
  data == null && errors?.some((error) => error.extensions.code === "INTERNAL_ERROR");

/** Notes whether the answer is whole; one that has nothing but a mistake of ours is a 500. */
const noteOutcome: Plugin<object, Run> = {
  onExecutionResult({ result, setResult, context }) {
    const answer = result as ExecutionResult;
    context.notes.complete = answer.data != null && answer.errors === undefined;
    if (failed(answer)) setResult({ ...answer, extensions: { ...answer.extensions, http: { status: 500 } } });
  },
};

/** A bounded cache as Yoga wants it: for trees, and for the errors of texts that are none. */
const documents = <T extends object>() =>
  new LRUCache<string, T>({
    max: PARSED,
    maxSize: PARSED_BYTES,
    maxEntrySize: PARSED_BYTES / 8,
    sizeCalculation: (_, text) => 2 * text.length + 1,
  });

/** The engines, noting that their results rest on the whole country's counts. */
function noting(engines: Engines, states: Set<string>): Engines {
  const noted = <T>(ask: () => T) => {
    states.add("IN");
    return ask();
  };
  return {
    findings: () => noted(engines.findings),
    alerts: () => noted(engines.alerts),
    risk: () => noted(engines.risk),
    outlook: () => noted(engines.outlook),
  };
}

/** What stands on JSON alone: its caller would wait for an answer that is none. */
const refuseSubscriptions: Plugin<object, Run> = {
  onSubscribe() {
    const message = "Subscriptions are answered as server-sent events: accept text/event-stream.";
    throw new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 406 } } });
  },
};

/** The graph as Yoga runs it: parsing and validation with their limits, contexts, execution, masked errors. */
export type Graph = YogaServerInstance<Run, object>;

export type Execute = (
  run: Pick<Run, "served" | "admin" | "params" | "signal">,
  how: { readonly method: "GET" | "POST"; readonly mediaType: MediaType },
) => Promise<Answer>;

/** What the graph works with. */
export interface GraphParts {
  /** What one operation may cost. */
  readonly limit: number;
  readonly log: ErrorLog;
  readonly enginesOf?: (version: string) => Engines;
  readonly compute?: Compute;
  readonly phrase?: Phrase;
}

/** The graph behind Yoga: limits, then execution, then errors as their caller may see them. */
export function makeGraph({
  limit,
  log,
  enginesOf = () => NO_ENGINES,
  compute = HERE,
  phrase,
}: GraphParts): Graph {
  return createYoga<Run>({
    schema,
    graphqlEndpoint: "/graphql",
    landingPage: false,
    graphiql: false,
    cors: false,
    batching: false,
    multipart: false,
    logging: false,
    parserAndValidationCache: { documentCache: documents(), errorCache: documents() },
    maskedErrors: { maskError: yogaMask(log) },
    context: ({ served, admin, signal, notes }) =>
      createContext(watchStates(served.store, notes.states), {
        ...{ signal, admin, compute, ...(phrase === undefined ? {} : { phrase }) },
        engines: noting(enginesOf(served.version), notes.states),
      }),
    plugins: [
      readParams,
      useExecutionCancellation(),
      ...documentLimits(),
      costLimit(limit),
      refuseSubscriptions,
      noteOutcome,
    ],
  });
}

/** What executes queries and mutations, each to its one answer. */
export function makeExecute(yoga: Graph): Execute {
  return async (run, { method, mediaType }) => {
    const notes: Notes = { cost: 0, complete: false, states: new Set() };
    const init = { method, headers: { accept: mediaType }, signal: run.signal };
    const response = await yoga.fetch("http://graph/graphql", init, { ...run, notes });
    return {
      query: run.params.query ?? "",
      status: response.status,
      mediaType,
      body: Buffer.from(await response.text()),
      allow: response.headers.get("allow"),
      complete: response.status === 200 && notes.complete,
      states: notes.states,
    };
  };
}

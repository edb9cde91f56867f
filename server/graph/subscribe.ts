import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
} from "graphql";
import { formatPoint } from "../../engines/alerts/point.ts";
import type { AlertEvent, FollowAlerts } from "../../schema/alert-event.ts";
import { HERE } from "../../schema/compute.ts";
import { createContext } from "../../schema/context.ts";
import type { Served } from "../served.ts";
import { admit } from "./cost-limit.ts";
import { yogaMask } from "./mask.ts";
import type { GraphParams } from "./params.ts";
import type { Graph, GraphParts } from "./yoga.ts";

/** A subscription that may not begin: its mistakes, as the caller may see them. */
export class RefusedSubscription extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super("The subscription is refused.");
    this.name = "RefusedSubscription";
    this.errors = errors;
  }
}

/** One answer of a subscription, and the id by which to resume after it. */
export interface Told {
  readonly id: string;
  readonly result: ExecutionResult;
}

export interface SubscriptionAsked {
  readonly served: Served;
  readonly params: GraphParams & { readonly query: string };
  readonly follow: FollowAlerts;
  /** Aborted when nobody listens any more. */
  readonly signal: AbortSignal;
}

export type Subscribe = (asked: SubscriptionAsked) => Promise<AsyncIterable<Told>>;

/**
 * What begins subscriptions: under the same limits as queries, each event executed over the dataset that it belongs
 * to (GraphQL, 6.2.3).
 * @throws RefusedSubscription, from what it gives
 */
export function makeSubscribe(
  yoga: Graph,
  { limit, log, compute = HERE }: Pick<GraphParts, "limit" | "log" | "compute">,
): Subscribe {
  const mask = yogaMask(log);

  function readDocument({ served, params, signal }: SubscriptionAsked): DocumentNode {
    const { parse, validate, schema } = yoga.getEnveloped({ served, params, signal } as never);
    const document: DocumentNode = parse(params.query);
    const mistakes = validate(schema, document) as readonly GraphQLError[];
    if (mistakes.length > 0) throw new RefusedSubscription(mistakes.map(mask));
    return document;
  }

  async function* tell(events: AsyncIterable<AlertEvent>, args: object, cost: number, signal: AbortSignal) {
    for await (const event of events) {
      const contextValue = createContext(event.store, { signal, engines: event.engines, compute });
      const { data, errors } = await execute({ ...args, rootValue: event, contextValue } as never);
      const extensions = { cost: { requested: cost, limit } };
      const result =
        errors === undefined ? { data, extensions } : { data, errors: errors.map(mask), extensions };
      yield { id: formatPoint(event.point), result } as Told;
    }
  }

  return async (asked) => {
    const { served, params, follow, signal } = asked;
    try {
      const document = readDocument(asked);
      const { operationName, variables: variableValues } = params;
      const cost = admit({ document, operationName, variableValues }, limit);
      const args = { schema: yoga.getEnveloped().schema, document, operationName, variableValues };
      const contextValue = createContext(served.store, { signal, follow, compute });
      const source = await createSourceEventStream({ ...args, contextValue } as never);
      if (Symbol.asyncIterator in source)
        return tell(source as AsyncIterable<AlertEvent>, args, cost, signal);
      throw new RefusedSubscription((source.errors ?? []).map(mask));
    } catch (error) {
      throw error instanceof RefusedSubscription ? error : new RefusedSubscription([mask(error)]);
    }
  };
}

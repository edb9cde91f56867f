import { type DocumentNode, type ExecutionResult, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { estimateCost, variableMistake } from "../../schema/cost.ts";
import { costHint } from "../../schema/cost-hint.ts";
import { refusal } from "./limits.ts";
import type { Run } from "./run.ts";

/** A mistake of the request, answered 400. */
function ofVariables({ message, nodes }: GraphQLError): GraphQLError {
  const http = { status: 400 };
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT", http } });
}

/** One operation of a document, with its variables as they were sent. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * What the operation will cost.
 * @throws GraphQLError for a variable that does not coerce, and COST_LIMIT where it is more than the limit
 */
export function admit({ document, operationName, variableValues }: Asked, limit: number): number {
  // Execution itself would tell up to fifty mistakes, each with the whole value in it.
  const mistake = variableMistake(document, operationName, variableValues);
  if (mistake !== null) throw ofVariables(mistake);
  const { cost } = estimateCost(document, operationName, variableValues);
  if (cost <= limit) return cost;
  throw refusal("COST_LIMIT", `The operation would cost ${cost}; at most ${limit} is allowed.`, {
    cost,
    limit,
    hint: costHint(document),
  });
}

/**
 * Refuses, before it runs, an operation that would cost more than the limit, from its coerced variables;
 * and tells on every answer what was asked for and what is allowed. Both depend on the operation alone.
 */
export function costLimit(limit: number): Plugin<object, Run> {
  return {
    onExecute({ args }) {
      (args.contextValue as unknown as Run).notes.cost = admit(args, limit);
    },
    onExecutionResult({ result, setResult, context }) {
      if (result === undefined || Array.isArray(result) || Symbol.asyncIterator in result) return;
      const { extensions, ...rest } = result as ExecutionResult;
      setResult({ ...rest, extensions: { ...extensions, cost: { requested: context.notes.cost, limit } } });
    },
  };
}

import { type ExecutionResult, GraphQLError } from "graphql";
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

/**
 * Refuses, before it runs, an operation that would cost more than the limit, from its coerced variables;
 * and tells on every answer what was asked for and what is allowed. Both depend on the operation alone.
 */
export function costLimit(limit: number): Plugin<object, Run> {
  return {
    onExecute({ args }) {
      // Execution itself would tell up to fifty mistakes, each with the whole value in it.
      const mistake = variableMistake(args.document, args.operationName, args.variableValues);
      if (mistake !== null) throw ofVariables(mistake);
      const { cost } = estimateCost(args.document, args.operationName, args.variableValues);
      (args.contextValue as unknown as Run).notes.cost = cost;
      if (cost <= limit) return;
      throw refusal("COST_LIMIT", `The operation would cost ${cost}; at most ${limit} is allowed.`, {
        cost,
        limit,
        hint: costHint(args.document),
      });
    },
    onExecutionResult({ result, setResult, context }) {
      if (result === undefined || Array.isArray(result) || Symbol.asyncIterator in result) return;
      const { extensions, ...rest } = result as ExecutionResult;
      setResult({ ...rest, extensions: { ...extensions, cost: { requested: context.notes.cost, limit } } });
    },
  };
}

import type { ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import { estimateCost } from "../../schema/cost.ts";
import { costHint } from "../../schema/cost-hint.ts";
import { refusal } from "./limits.ts";
import type { Run } from "./run.ts";

/**
 * Refuses, before it runs, an operation that would cost more than the limit, from its coerced variables;
 * and tells on every answer what was asked for and what is allowed. Both depend on the operation alone.
 */
export function costLimit(limit: number): Plugin<object, Run> {
  return {
    onExecute({ args }) {
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

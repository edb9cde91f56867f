import { complexityFromQuery } from "@pothos/plugin-complexity";
import {
  type DocumentNode,
  type GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  validate,
} from "graphql";
import { countIntrospection } from "./introspection.ts";
import { withOneOperation, withoutIdleFields } from "./runnable.ts";
import { schema } from "./schema.ts";

/**
 * What one request may cost, in fields answered: about one microsecond each, so a tenth of a second's work.
 * The map of all pincodes takes a fifth of it, fifty places' daily series about half.
 */
export const COST_LIMIT = 100_000;

/** Cost of a document that runs although its cost cannot be told: over any limit. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

export interface Cost {
  /** Fields of the answer and cells of the store, weighted; each alias and each `__typename` counts. */
  readonly cost: number;
  /** Levels of fields, introspection left out. */
  readonly depth: number;
}

const NOTHING: Cost = { cost: 0, depth: 0 };

/** Stops at the first mistake: each one tells the whole value, which may be long. */
function coerceOnce(operation: OperationDefinitionNode, inputs: Readonly<Record<string, unknown>>) {
  return getVariableValues(schema, operation.variableDefinitions ?? [], inputs, { maxErrors: 1 });
}

/**
 * What is wrong with the first variable that does not coerce to its type; null where all do, or no such operation is
 * there.
 */
export function variableMistake(
  document: DocumentNode,
  operationName?: string | null,
  variables?: Readonly<Record<string, unknown>> | null,
): GraphQLError | null {
  const operation = getOperationAST(document, operationName);
  if (operation == null) return null;
  return coerceOnce(operation, variables ?? {}).errors?.[0] ?? null;
}

function estimate(document: DocumentNode, operationName: string | null | undefined, inputs: object): Cost {
  const chosen = withOneOperation(document, operationName);
  const operation = chosen?.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (chosen === null || operation === undefined || !schema.getRootType(operation.operation)) return NOTHING;
  const variables = inputs as Record<string, unknown>;
  const { coerced } = coerceOnce(operation, variables);
  if (coerced === undefined) return NOTHING;
  const running = withoutIdleFields(schema, chosen, coerced);
  const { complexity, depth } = complexityFromQuery(running, { schema, variables });
  return { cost: Math.ceil(complexity + countIntrospection(running)), depth };
}

/**
 * What an operation will cost at most, from its document and coerced variables, defaults included, before
 * it runs. Lists count by their page size, or by how many places there are; stats by their estimated
 * groups × buckets × measures. Costs 0 where nothing will run: no such operation or kind of it, variables that do not
 * coerce, a document that is not valid (each has its own error). Never throws.
 *
 * @param variables as the caller sent them
 */
export function estimateCost(
  document: DocumentNode,
  operationName?: string | null,
  variables?: Readonly<Record<string, unknown>> | null,
): Cost {
  try {
    return estimate(document, operationName, variables ?? {});
  } catch {
    return isInvalid(document) ? NOTHING : { cost: UNKNOWN, depth: UNKNOWN };
  }
}

function isInvalid(document: DocumentNode): boolean {
  try {
    return validate(schema, document).length > 0;
  } catch {
    return false;
  }
}

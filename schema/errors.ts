import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import { Fault, type FaultCode } from "../data/fault.ts";

/** What a caller may see of an error. */
export interface ShownError {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: FaultCode };
}

/** Takes an error of ours together with the id under which the caller was told of it. */
export type ErrorLog = (errorId: string, error: unknown) => void;

/** Characters of a message: GraphQL puts values that it was sent into some, whole. */
const LONGEST_MESSAGE = 1000;

/** GraphQL's wording where a variable does not fit its type; its other words on variables are validation's. */
const BAD_VARIABLE = /^Variable "\$\w+" (got invalid value|of required type|of non-null type)/;
const NO_OPERATION = /^(Unknown operation named|Must provide (an operation|operation name))/;

/** The errors from the outermost in: GraphQL wraps what a resolver or a scalar throws. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let one = error; one != null && !chain.includes(one); ) {
    chain.push(one);
    one = one instanceof GraphQLError ? one.originalError : undefined;
  }
  return chain;
}

function codeOf(error: GraphQLError, root: GraphQLError): FaultCode {
  const { code } = root.extensions;
  if (typeof code === "string") return code as FaultCode;
  if (error.message.startsWith("Syntax Error")) return "GRAPHQL_PARSE_FAILED";
  const ofValues = BAD_VARIABLE.test(error.message) || NO_OPERATION.test(error.message);
  return ofValues || error.path !== undefined ? "BAD_USER_INPUT" : "GRAPHQL_VALIDATION_FAILED";
}

/** Whether this is GraphQL's own complaint about the document or its values: it points into the document. */
function isMistake(error: unknown, root: GraphQLError): error is GraphQLError {
  return error instanceof GraphQLError && (error.path === undefined || root.nodes !== undefined);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}

function shortened(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  const half = LONGEST_MESSAGE / 2;
  return `${message.slice(0, half)} … ${message.slice(-half)}`;
}

/**
 * Turns any error into what its caller may see: a Fault and GraphQL's own complaints keep their message and
 * have a code of the fixed table; any other is logged and shown as INTERNAL_ERROR with an errorId only.
 */
export function showError(error: unknown, log: ErrorLog): ShownError {
  const chain = chainOf(error);
  const root = chain.at(-1);
  if (root instanceof Fault) {
    const outer = error instanceof Error ? error.message : root.message;
    return { message: shortened(outer), extensions: { ...root.details, code: root.code } };
  }
  if (chain.some(isTimeout)) {
    return {
      message:
        "The query took longer than allowed: ask for fewer places, a shorter range or a coarser bucket.",
      extensions: { code: "TIMEOUT" },
    };
  }
  if (root instanceof GraphQLError && isMistake(error, root)) {
    return {
      message: shortened(error.message),
      extensions: { ...root.extensions, code: codeOf(error, root) },
    };
  }
  const errorId = randomUUID();
  log(errorId, error);
  return {
    message: "Something went wrong on our side; the errorId names it in our log.",
    extensions: { code: "INTERNAL_ERROR", errorId },
  };
}

/**
 * `showError` in the form that Yoga's maskedErrors takes: an error that keeps its place in document and
 * answer, and the HTTP status that Yoga noted on it.
 */
export function errorMask(log: ErrorLog): (error: unknown) => GraphQLError {
  return (error) => {
    const { message, extensions } = showError(error, log);
    if (!(error instanceof GraphQLError)) return new GraphQLError(message, { extensions });
    const { nodes = null, source, positions, path } = error;
    const { http } = error.extensions;
    return new GraphQLError(message, {
      nodes,
      source,
      positions,
      path,
      extensions: http === undefined ? extensions : { ...extensions, http },
    });
  };
}

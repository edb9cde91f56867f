import { maxAliasesPlugin } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthPlugin } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesPlugin } from "@escape.tech/graphql-armor-max-directives";
import { maxTokensPlugin } from "@escape.tech/graphql-armor-max-tokens";
import { GraphQLError, type ValidationRule } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { FaultCode } from "../../data/fault.ts";

/** What a document may be, whatever it asks. GraphiQL's introspection, the deepest usual one, passes. */
export const DOCUMENT_LIMITS = { depth: 12, aliases: 60, tokens: 2000, directives: 20 } as const;

/** A refusal to run a document: one error, answered 400. */
export function refusal(
  code: FaultCode,
  message: string,
  facts: { readonly limit: number; readonly hint: string; readonly cost?: number },
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...facts, http: { status: 400 } } });
}

const REFUSALS = {
  depth: {
    code: "DEPTH_LIMIT",
    message: `Fields are nested deeper than ${DOCUMENT_LIMITS.depth} levels.`,
    hint: "Start nearer to what you want, with place(code: …), or ask in two operations.",
  },
  aliases: {
    code: "ALIAS_LIMIT",
    message: `The document has more than ${DOCUMENT_LIMITS.aliases} aliases.`,
    hint: "Ask for several places at once with stats(where: { places: [...] }), or in several operations.",
  },
  tokens: {
    code: "TOKEN_LIMIT",
    message: `The document is longer than ${DOCUMENT_LIMITS.tokens} tokens.`,
    hint: "Pass lists as variables instead of writing them into the document, or split it.",
  },
  directives: {
    code: "DIRECTIVE_LIMIT",
    message: `The document has more than ${DOCUMENT_LIMITS.directives} directives.`,
    hint: "Put @include or @skip on a fragment instead of on each of its fields.",
  },
} as const;

function refuse(what: keyof typeof REFUSALS): never {
  const { code, message, hint } = REFUSALS[what];
  throw refusal(code, message, { limit: DOCUMENT_LIMITS[what], hint });
}

/** What armor's own rule passes by: directives on variables and on fragments that no operation spreads. */
const everyDirective: ValidationRule = () => {
  let count = 0;
  return {
    Directive() {
      if (++count > DOCUMENT_LIMITS.directives) refuse("directives");
    },
  };
};

/**
 * The limits on documents, by graphql-armor, with what it leaves open closed: fragments count by the fields
 * they bring, aliases of `__typename` count, and a refusal is one error of our own with its code and status.
 */
export function documentLimits(): Plugin[] {
  const on = (what: keyof typeof REFUSALS) => ({
    n: DOCUMENT_LIMITS[what],
    onReject: [() => refuse(what)],
  });
  return [
    maxTokensPlugin(on("tokens")),
    maxDepthPlugin({ ...on("depth"), flattenFragments: true }),
    maxAliasesPlugin({ ...on("aliases"), allowList: [] }),
    maxDirectivesPlugin(on("directives")),
    { onValidate: ({ addValidationRule }) => addValidationRule(everyDirective) },
  ];
}

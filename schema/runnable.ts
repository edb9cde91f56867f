import {
  type DocumentNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getOperationAST,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

type Variables = Record<string, unknown>;

/** The document with the named operation (the only one, where no name is given) and the fragments; null where there is none. */
export function withOneOperation(
  document: DocumentNode,
  name: string | null | undefined,
): DocumentNode | null {
  const operation = getOperationAST(document, name);
  if (operation == null) return null;
  const definitions = document.definitions.filter(
    (one) => one === operation || one.kind !== Kind.OPERATION_DEFINITION,
  );
  return { ...document, definitions };
}

/**
 * The document less what execution will not run: what @skip and @include leave out, and fields whose
 * arguments do not coerce, which fail before their resolver is called.
 *
 * @param variables coerced
 */
export function withoutIdleFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
): DocumentNode {
  const types = new TypeInfo(schema);
  const excluded = (node: Parameters<typeof getDirectiveValues>[1]) =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;
  const visitor = visitWithTypeInfo(types, {
    Field(node) {
      if (excluded(node)) return null;
      const field = types.getFieldDef();
      if (field == null) return undefined;
      try {
        getArgumentValues(field, node, variables);
        return undefined;
      } catch {
        return null;
      }
    },
    FragmentSpread: (node) => (excluded(node) ? null : undefined),
    InlineFragment: (node) => (excluded(node) ? null : undefined),
  });
  return visit(document, visitor);
}

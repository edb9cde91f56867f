import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { schema } from "../../schema/schema.ts";

/** How an answer may be cached by others. */
export interface Hint {
  /** Seconds for which a cache need not ask again. */
  readonly maxAge: number;
  /** PRIVATE where the answer depends on who asks: it is neither stored here nor by others. */
  readonly scope: "PUBLIC" | "PRIVATE";
}

export type Hints = Readonly<Record<string, Partial<Hint>>>;

/** Any field: a dataset never changes, but which one is served may. */
const USUAL: Hint = { maxAge: 60, scope: "PUBLIC" };

/** Hints by type (`Dataset`) or field (`Query.dataset`). */
const HINTS: Hints = {
  Dataset: { maxAge: 15 },
};

/**
 * The hint of a whole document: of those of its fields and their types, the lowest maxAge and PRIVATE
 * before PUBLIC. Fields that the schema does not know have none.
 */
export function hintOf(document: DocumentNode, graph: GraphQLSchema = schema, hints: Hints = HINTS): Hint {
  let { maxAge, scope } = USUAL;
  const apply = (hint: Partial<Hint> | undefined) => {
    if (hint?.maxAge !== undefined) maxAge = Math.min(maxAge, hint.maxAge);
    if (hint?.scope === "PRIVATE") scope = "PRIVATE";
  };
  const types = new TypeInfo(graph);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const type: GraphQLNamedType | undefined | null = getNamedType(types.getType());
        apply(hints[`${types.getParentType()?.name}.${node.name.value}`]);
        if (isCompositeType(type)) apply(hints[type.name]);
      },
    }),
  );
  return { maxAge, scope };
}

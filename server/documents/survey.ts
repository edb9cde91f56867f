import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type CacheHint, cacheHintOf } from "../../schema/cache-hint.ts";
import { schema } from "../../schema/schema.ts";

/** How an answer may be cached. */
export type Hint = Required<CacheHint>;

/** What the cache must know of the fields that a document asks for. */
export interface Survey {
  readonly hint: Hint;
  /** Names of the object, interface and union types it reaches, sorted; introspection's own left out. */
  readonly types: readonly string[];
}

/** A field of Query that declares no hint: a dataset never changes, but which one is served may. */
const USUAL = 60;
/** The schema changes with the service alone. */
const INTROSPECTION = 600;

/**
 * Surveys a document. Of the hints declared on its fields and on their types the lowest maxAge wins, and PRIVATE
 * wins over PUBLIC; a root field that declares none counts as 60 s, one of introspection as 600 s. Fields that
 * the schema does not know add nothing.
 */
export function surveyOf(document: DocumentNode, graph: GraphQLSchema = schema): Survey {
  let maxAge = Number.POSITIVE_INFINITY;
  let scope: Hint["scope"] = "PUBLIC";
  const reached = new Set<string>();
  const apply = (hint: CacheHint | undefined) => {
    maxAge = Math.min(maxAge, hint?.maxAge ?? maxAge);
    if (hint?.scope === "PRIVATE") scope = "PRIVATE";
  };
  const info = new TypeInfo(graph);
  const reach = () => {
    const type = getNamedType(info.getType());
    if (!isCompositeType(type)) return undefined;
    if (!type.name.startsWith("__")) reached.add(type.name);
    return cacheHintOf(type);
  };
  const root = graph.getQueryType();
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        const hints = [cacheHintOf(info.getFieldDef()), reach()];
        for (const hint of hints) apply(hint);
        if (info.getParentType() !== root || name.value === "__typename") return;
        if (name.value.startsWith("__")) apply({ maxAge: INTROSPECTION });
        else if (hints.every((hint) => hint?.maxAge === undefined)) apply({ maxAge: USUAL });
      },
      InlineFragment: () => void reach(),
      FragmentDefinition: () => void reach(),
    }),
  );
  reached.delete(root?.name ?? "");
  return { hint: { maxAge: Number.isFinite(maxAge) ? maxAge : USUAL, scope }, types: [...reached].sort() };
}

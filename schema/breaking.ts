import { buildSchema, findBreakingChanges, type GraphQLSchema } from "graphql";

/**
 * What a client of a released graph would miss in the graph as it stands: removed or renamed parts, narrowed types,
 * required arguments that are new. Empty where every document that was valid still is.
 * @param released the released graph in the schema definition language
 */
export function breakingChanges(released: string, graph: GraphQLSchema): string[] {
  return findBreakingChanges(buildSchema(released), graph).map(({ description }) => description);
}

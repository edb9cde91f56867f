import { initGraphQLTada } from "gql.tada";
import type { introspection } from "../../generated/graph.d.ts";

/** Parses a document of the graph and types its data and variables from the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; ID: string };
}>();

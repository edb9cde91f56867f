import SchemaBuilder from "@pothos/core";
import complexityPlugin from "@pothos/plugin-complexity";
import type { Day } from "../data/activity/day.ts";
import type { GraphContext } from "./context.ts";

interface GraphTypes {
  Context: GraphContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: Day; Output: Day };
    DateTime: { Input: string; Output: string };
  };
}

/**
 * The one builder all files of the graph add to. Fields are non-null unless they say `nullable`.
 * The complexity plugin only records what fields cost; cost.ts adds it up before execution.
 */
export const builder = new SchemaBuilder<GraphTypes>({
  plugins: [complexityPlugin],
  complexity: { disabled: true },
  defaultFieldNullability: false,
});

builder.queryType({
  description:
    "Questions to the Aadhaar enrolment and update counts published by the Unique Identification Authority of India (UIDAI).",
});

import type { GraphQLSchema } from "graphql";
import { builder } from "./builder.ts";
import "./date.ts";
import "./actions.ts";
import "./admin.ts";
import "./alerts.ts";
import "./alert-news.ts";
import "./anomalies.ts";
import "./ask.ts";
import "./dataset.ts";
import "./forecast.ts";
import "./map.ts";
import "./ministries.ts";
import "./overview.ts";
import "./place-types.ts";
import "./places.ts";
import "./projection.ts";
import "./report.ts";
import "./risk.ts";
import "./roles.ts";
import "./scenarios.ts";
import "./search.ts";
import "./stats.ts";

/** The graph: every type, field and resolver. Its context is a GraphContext. */
export const schema: GraphQLSchema = builder.toSchema();

import type { GraphParams } from "../graph/params.ts";
import type { Served } from "../served.ts";
import type { MediaType } from "./accept.ts";

/** One request of the graph, read. */
export interface Asked {
  readonly served: Served;
  readonly mediaType: MediaType;
  readonly params: GraphParams;
}

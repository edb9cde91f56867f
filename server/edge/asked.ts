import type { Admin } from "../../schema/context.ts";
import type { GraphParams } from "../graph/params.ts";
import type { MediaType } from "../representation/accept.ts";
import type { Served } from "../served.ts";

/** One request of the graph, read. */
export interface Asked {
  readonly served: Served;
  readonly mediaType: MediaType;
  readonly params: GraphParams;
  /** What a caller with an admin's key may do; null for all others. */
  readonly admin: Admin | null;
}

import { Fault } from "../../data/fault.ts";
import type { Admin } from "../../schema/context.ts";
import type { GraphParams } from "../graph/params.ts";
import type { MediaType } from "../representation/accept.ts";
import type { Served } from "../served.ts";
import type { Standing } from "./policy.ts";

/** One request of the graph, read. */
export interface Asked {
  readonly served: Served;
  readonly mediaType: MediaType;
  readonly params: GraphParams;
  /** What a caller with an admin's key may do; null for all others. */
  readonly admin: Admin | null;
}

/** A request whose document is known. */
export interface Question extends Asked {
  readonly params: GraphParams & { readonly query: string };
  /** What metrics call its operation. */
  readonly operation: string;
}

const VERSION = /^[0-9a-f]{16}$/;

/**
 * How an answer from the dataset served stands to the question, which may name a version in extensions.dataVersion.
 * @throws Fault BAD_USER_INPUT
 */
export function standingOf({ params, served }: Asked): Standing {
  const pin = params.extensions?.dataVersion;
  if (pin === undefined || pin === null) return "CURRENT";
  if (pin === served.version) return "PINNED";
  if (typeof pin === "string" && VERSION.test(pin)) return "SUPERSEDED";
  throw new Fault(
    "BAD_USER_INPUT",
    "extensions.dataVersion must be a dataset's version: 16 hexadecimal digits, as X-Data-Version tells.",
  );
}

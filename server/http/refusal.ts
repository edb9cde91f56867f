import { Fault, type FaultCode } from "../../data/fault.ts";

/** The HTTP status of each code, where the whole request comes to it. */
export const STATUS_OF: Readonly<Record<FaultCode, number>> = {
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  COST_LIMIT: 400,
  DEPTH_LIMIT: 400,
  ALIAS_LIMIT: 400,
  TOKEN_LIMIT: 400,
  DIRECTIVE_LIMIT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  // Clients of persisted documents take any other status for a failure and do not send the document.
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_MISMATCH: 400,
  PERSISTED_ONLY: 400,
  PURGE_FAILED: 502,
  METHOD_NOT_ALLOWED: 405,
  UNAUTHORIZED: 401,
  ENGINE_NOT_READY: 503,
  ENGINE_FAILED: 500,
  TIMEOUT: 504,
  BUSY: 503,
  DATA_NOT_READY: 503,
  INTERNAL_ERROR: 500,
};

/** A Fault with a status or headers of its own: what HTTP tells more finely than the codes. */
export class Refusal extends Fault {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: readonly string[];

  constructor(status: number, code: FaultCode, message: string, headers: readonly string[] = []) {
    super(code, message);
    this.status = status;
    this.headers = headers;
  }
}

/** 405 with the methods that would be right. */
export function methodRefusal(method: string | undefined, allow: string): Refusal {
  return new Refusal(405, "METHOD_NOT_ALLOWED", `${method} is not answered here, but ${allow}.`, [
    "Allow",
    allow,
  ]);
}

/** 412: the client would have an answer that is not the present one. */
export const preconditionFailed = (): Refusal =>
  new Refusal(412, "BAD_USER_INPUT", "If-Match names none of what is served now: ask without it.");

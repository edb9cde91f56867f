/** The fixed table of codes a caller can meet in `extensions.code`; docs/errors.md says what each means. */
export type FaultCode =
  | "BAD_USER_INPUT"
  | "NOT_FOUND"
  | "COST_LIMIT"
  | "DEPTH_LIMIT"
  | "ALIAS_LIMIT"
  | "TOKEN_LIMIT"
  | "DIRECTIVE_LIMIT"
  | "GRAPHQL_PARSE_FAILED"
  | "GRAPHQL_VALIDATION_FAILED"
  | "PERSISTED_QUERY_NOT_FOUND"
  | "PERSISTED_QUERY_MISMATCH"
  | "PERSISTED_ONLY"
  | "PURGE_FAILED"
  | "METHOD_NOT_ALLOWED"
  | "UNAUTHORIZED"
  | "ENGINE_NOT_READY"
  | "ENGINE_FAILED"
  | "TIMEOUT"
  | "BUSY"
  | "DATA_NOT_READY"
  | "INTERNAL_ERROR";

/**
 * A mistake somebody can mend: its message says what was wrong and what would be right, and may be
 * shown to the caller as it stands. Every other Error is ours and is shown as an errorId only.
 */
export class Fault extends Error {
  readonly code: FaultCode;
  /** Further machine-readable facts, e.g. `{ nearest: ["IN-MH/pune"] }`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: FaultCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "Fault";
    this.code = code;
    this.details = details;
  }

  /** What GraphQL copies onto the error it wraps this one in, wherever that happens. */
  get extensions(): Readonly<Record<string, unknown>> {
    return { ...this.details, code: this.code };
  }
}

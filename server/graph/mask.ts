import type { GraphQLError } from "graphql";
import type { FaultCode } from "../../data/fault.ts";
import { type ErrorLog, errorMask } from "../../schema/errors.ts";

/** Codes of Yoga's own that the fixed table has under another name. */
const RENAMED: Readonly<Record<string, FaultCode>> = {
  BAD_REQUEST: "BAD_USER_INPUT",
  OPERATION_RESOLUTION_FAILURE: "BAD_USER_INPUT",
};

interface HttpNote {
  readonly status?: number;
  /** Set by Yoga on mistakes of the document, which answers as application/json give the status 200. */
  readonly spec?: boolean;
}

/** The error mask of the graph, with Yoga's codes brought into the fixed table. */
export function yogaMask(log: ErrorLog): (error: unknown) => GraphQLError {
  const mask = errorMask(log);
  return (error) => {
    const masked = mask(error);
    const { extensions } = masked;
    const http = extensions.http as HttpNote | undefined;
    const code = http?.status === 405 ? "METHOD_NOT_ALLOWED" : RENAMED[String(extensions.code)];
    if (code !== undefined) extensions.code = code;
    if (extensions.code === "UNAUTHORIZED") extensions.http = { status: 401 };
    // A refusal met while parsing is no mistake of the document: it keeps its status in every media type.
    if (String(extensions.code).endsWith("_LIMIT")) extensions.http = { status: 400 };
    return masked;
  };
}

import { Fault } from "../../data/fault.ts";

/** The parameters of a GraphQL request over HTTP, checked in shape. */
export interface GraphParams {
  readonly query: string | undefined;
  /** By which a document is meant instead of being sent. */
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

const bad = (message: string) => new Fault("BAD_USER_INPUT", message);

function text(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw bad(`"${name}" must be a string.`);
  return value;
}

function map(name: string, value: unknown): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) throw bad(`"${name}" must be a JSON object.`);
  return value as Record<string, unknown>;
}

function parseJson(name: string, value: string | null): unknown {
  if (value === null || value === "") return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw bad(`"${name}" must be a JSON object, URL-encoded; it could not be read as JSON.`);
  }
}

/** Levels of lists and objects that an input may have: those of the graph have three. */
const DEEPEST = 16;

function refuseOdd(value: unknown, level = 0): void {
  if (typeof value === "number" && !Number.isFinite(value))
    throw bad('"variables" has a number beyond 1.8e308: send null, or one that a double can hold.');
  if (typeof value !== "object" || value === null) return;
  if (level > DEEPEST) throw bad(`"variables" may be nested at most ${DEEPEST} levels deep.`);
  for (const one of Object.values(value)) refuseOdd(one, level + 1);
}

function variablesOf(value: unknown): Record<string, unknown> | undefined {
  const variables = map("variables", value);
  refuseOdd(variables);
  return variables;
}

function refuseMalformed(sent: string): void {
  try {
    decodeURIComponent(sent);
  } catch {
    throw bad("The address has percent escapes that are no UTF-8: escape each parameter as UTF-8.");
  }
}

const NAMES = ["query", "documentId", "operationName", "variables", "extensions"];

/** Caches and servers differ in which of two they take: neither is taken. */
function refuseRepeated(search: URLSearchParams): void {
  for (const name of NAMES)
    if (search.getAll(name).length > 1) throw bad(`"${name}" is given more than once: send it once.`);
}

/**
 * Reads the parameters from the query string of an address.
 * @throws Fault BAD_USER_INPUT
 */
export function paramsOfUrl(url: string): GraphParams {
  const at = url.indexOf("?");
  const sent = at < 0 ? "" : url.slice(at + 1);
  refuseMalformed(sent);
  // URLSearchParams would pass over a question mark at the beginning.
  const search = new URLSearchParams(`&${sent}`);
  refuseRepeated(search);
  return {
    query: search.get("query") || undefined,
    documentId: search.get("documentId") || undefined,
    operationName: search.get("operationName") || undefined,
    variables: variablesOf(parseJson("variables", search.get("variables"))),
    extensions: map("extensions", parseJson("extensions", search.get("extensions"))),
  };
}

/**
 * Reads the parameters from a request's JSON body.
 * @throws Fault BAD_USER_INPUT
 */
export function paramsOfBody(body: unknown): GraphParams {
  if (Array.isArray(body)) throw bad("Send one operation a request: a JSON object, not a list of them.");
  if (typeof body !== "object" || body === null) {
    throw bad('The body must be a JSON object such as {"query": "{ dataset { version } }"}.');
  }
  const { query, documentId, operationName, variables, extensions } = body as Record<string, unknown>;
  return {
    query: text("query", query) || undefined,
    documentId: text("documentId", documentId) || undefined,
    operationName: text("operationName", operationName) || undefined,
    variables: variablesOf(variables),
    extensions: map("extensions", extensions),
  };
}

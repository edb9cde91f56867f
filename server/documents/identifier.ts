import { createHash } from "node:crypto";
import { Fault } from "../../data/fault.ts";
import type { GraphParams } from "../graph/params.ts";

const SHA256 = /^[0-9a-f]{64}$/;
const PREFIX = "sha256:";

/** SHA-256 of a document's text as UTF-8, in lower-case hexadecimal digits: what a document is known by. */
export const hashOfDocument = (text: string): string => createHash("sha256").update(text).digest("hex");

const bad = (message: string) => new Fault("BAD_USER_INPUT", message);

/** Of `documentId`, as the appendix on persisted documents of the GraphQL-over-HTTP draft has it. */
function hashOfIdentifier(id: string): string {
  const hash = id.slice(PREFIX.length);
  if (id.startsWith(PREFIX) && SHA256.test(hash)) return hash;
  throw bad(
    '"documentId" must be sha256: and the 64 lower-case hexadecimal digits of the document\'s SHA-256.',
  );
}

/** Of `extensions.persistedQuery`, as clients of automatic persisted queries send it. */
function hashOfExtension(extensions: GraphParams["extensions"]): string | undefined {
  const persisted = extensions?.persistedQuery;
  if (persisted === undefined || persisted === null) return undefined;
  const { version, sha256Hash } = persisted as Record<string, unknown>;
  const hash = typeof sha256Hash === "string" ? sha256Hash.toLowerCase() : "";
  if (version === 1 && SHA256.test(hash)) return hash;
  throw bad('extensions.persistedQuery must be {"version": 1, "sha256Hash": "64 hexadecimal digits"}.');
}

/**
 * The hash by which a request names its document, in either of the two ways; undefined where it names none.
 * @throws Fault BAD_USER_INPUT
 */
export function hashNamed({ documentId, extensions }: GraphParams): string | undefined {
  const byId = documentId === undefined ? undefined : hashOfIdentifier(documentId);
  const byExtension = hashOfExtension(extensions);
  if (byId !== undefined && byExtension !== undefined && byId !== byExtension)
    throw bad('"documentId" and extensions.persistedQuery name two documents: send one of them.');
  return byId ?? byExtension;
}

import { createHash } from "node:crypto";
import { formatDocument, getOperationName, stringifyDocument, type TypedDocumentNode } from "@urql/core";
import type { Plugin } from "vite";

const OPERATIONS = new URL("src/graph/operations.ts", import.meta.url);
const MODULE = "virtual:document-hashes";
const RESOLVED = `\0${MODULE}`;
/** What the service registers when it begins. */
const MANIFEST = ".persisted-documents.json";

interface Persisted {
  readonly operation: string;
  readonly hash: string;
  /** As the client would send it. */
  readonly text: string;
}

function persist(document: TypedDocumentNode): Persisted {
  const text = stringifyDocument(formatDocument(document) as TypedDocumentNode);
  const operation = getOperationName(document);
  if (operation === undefined) throw new Error(`An operation needs a name to be registered: ${text}`);
  return { operation, hash: createHash("sha256").update(text).digest("hex"), text };
}

/** Every operation of the dashboard. */
async function persistAll(): Promise<Persisted[]> {
  const operations: Record<string, TypedDocumentNode> = await import(OPERATIONS.href);
  return Object.values(operations).map(persist);
}

/**
 * A Vite plugin that takes the dashboard's operations out at build: into a manifest that the service registers, and
 * into a module with their hashes by name, so that a browser need not hash what it never sends.
 */
export function persistedDocuments(): Plugin {
  return {
    name: "persisted-documents",
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const hashes = (await persistAll()).map(({ operation, hash }) => [operation, hash]);
      return `export default ${JSON.stringify(Object.fromEntries(hashes))};`;
    },
    async generateBundle() {
      const texts = (await persistAll()).map(({ hash, text }) => [hash, text]);
      const source = `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`;
      this.emitFile({ type: "asset", fileName: MANIFEST, source });
    },
  };
}

import { join } from "node:path";
import { Documents } from "../documents/document.ts";
import { PersistedDocuments } from "../documents/persisted.ts";
import { type RegisteredDocuments, readManifest } from "../documents/registered.ts";
import { Maker, type MakerParts } from "../edge/make.ts";
import type { Config } from "./config.ts";

/** Bytes of documents remembered by their text, and of those that clients may name by hash. */
const DOCUMENT_BYTES = 8 << 20;
const PERSISTED_BYTES = 8 << 20;
const PERSISTED_DOCUMENT_BYTES = 128 << 10;

/** Where the build of the dashboard writes the documents that it asks. */
const MANIFEST = ".persisted-documents.json";

/** The documents that the dashboard asks, none where it is not built, and those of PERSISTED_DOCUMENTS. */
async function loadRegistered(config: Config, siteFolder: string): Promise<RegisteredDocuments> {
  const own: RegisteredDocuments = await readManifest(join(siteFolder, MANIFEST)).catch((error) => {
    if (error.code === "ENOENT") return new Map();
    throw error;
  });
  const { persistedDocuments } = config;
  return persistedDocuments === null ? own : new Map([...own, ...(await readManifest(persistedDocuments))]);
}

/**
 * What makes answers, knowing the documents that are registered.
 * @throws Fault where a manifest is not what it should be
 */
export async function makeMaker(
  config: Config,
  siteFolder: string,
  parts: Omit<MakerParts, "documents" | "persisted" | "timeout">,
): Promise<Maker> {
  const persisted = new PersistedDocuments({
    registered: await loadRegistered(config, siteFolder),
    only: config.persistedOnly,
    maxBytes: PERSISTED_BYTES,
    maxDocumentBytes: PERSISTED_DOCUMENT_BYTES,
  });
  const documents = new Documents(DOCUMENT_BYTES);
  return new Maker({ ...parts, documents, persisted, timeout: config.requestTimeout });
}

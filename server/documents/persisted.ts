import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { Fault } from "../../data/fault.ts";
import type { GraphParams } from "../graph/params.ts";

const SHA256 = /^[0-9a-f]{64}$/i;

/** What is said of a hash that is not known; clients look for this very word and then send the document. */
export const NOT_FOUND_MESSAGE = "PersistedQueryNotFound";

/** The hash that a request names, in lower case; undefined where it names none. */
function hashOf({ extensions }: GraphParams): string | undefined {
  const persisted = extensions?.persistedQuery;
  if (persisted === undefined || persisted === null) return undefined;
  const { version, sha256Hash } = persisted as Record<string, unknown>;
  if (version === 1 && typeof sha256Hash === "string" && SHA256.test(sha256Hash))
    return sha256Hash.toLowerCase();
  throw new Fault(
    "BAD_USER_INPUT",
    'extensions.persistedQuery must be {"version": 1, "sha256Hash": "64 hexadecimal digits"}.',
  );
}

/** Documents that clients may name by their SHA-256 instead of sending them; bounded in bytes. */
export class PersistedDocuments {
  readonly #documents: LRUCache<string, string>;

  constructor(maxBytes: number, maxDocumentBytes: number) {
    this.#documents = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: maxDocumentBytes,
      sizeCalculation: (text) => 2 * text.length + 256,
    });
  }

  /**
   * The document that a request means, sent or named; undefined where it does neither. A document sent
   * together with its right hash can be named from then on, if `isSound` holds of it.
   * @throws Fault BAD_USER_INPUT, PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_MISMATCH
   */
  resolve(params: GraphParams, isSound: (text: string) => boolean): string | undefined {
    const hash = hashOf(params);
    if (hash === undefined) return params.query;
    if (params.query === undefined) {
      const known = this.#documents.get(hash);
      if (known === undefined) throw new Fault("PERSISTED_QUERY_NOT_FOUND", NOT_FOUND_MESSAGE);
      return known;
    }
    if (createHash("sha256").update(params.query).digest("hex") !== hash) {
      throw new Fault(
        "PERSISTED_QUERY_MISMATCH",
        "The document's SHA-256 is not the sha256Hash sent with it: hash exactly the text that is sent, as UTF-8.",
      );
    }
    if (isSound(params.query)) this.#documents.set(hash, params.query);
    return params.query;
  }
}

import { LRUCache } from "lru-cache";
import { Fault } from "../../data/fault.ts";
import type { GraphParams } from "../graph/params.ts";
import { hashNamed, hashOfDocument } from "./identifier.ts";
import { ownText } from "./own-text.ts";
import type { RegisteredDocuments } from "./registered.ts";

/** What is said of a hash that is not known; clients look for this very word and then send the document. */
export const NOT_FOUND_MESSAGE = "PersistedQueryNotFound";

/** What an operation is called that nobody registered: labels must stay few, whatever callers send. */
export const ADHOC = "adhoc";

/** The document that a request means. */
export interface MeantDocument {
  readonly query: string;
  /** The operation's name if the document is registered, else ADHOC. */
  readonly label: string;
}

export interface PersistedOptions {
  readonly registered: RegisteredDocuments;
  /** Whether registered documents alone are answered. */
  readonly only: boolean;
  /** Bytes that the documents which clients have sent may take, and any one of them. */
  readonly maxBytes: number;
  readonly maxDocumentBytes: number;
}

/**
 * Documents that clients may name by their SHA-256 instead of sending them: those registered, for good, and those
 * that clients themselves have sent with their hash, in a bounded store of their own.
 */
export class PersistedDocuments {
  readonly #registered: RegisteredDocuments;
  readonly #only: boolean;
  readonly #sent: LRUCache<string, string>;

  constructor({ registered, only, maxBytes, maxDocumentBytes }: PersistedOptions) {
    this.#registered = registered;
    this.#only = only;
    this.#sent = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: maxDocumentBytes,
      sizeCalculation: (text) => 2 * text.length + 256,
    });
  }

  /**
   * The document that a request means, sent or named; undefined where it does neither. A document sent together
   * with its right hash can be named from then on, if `isSound` holds of it.
   * @param isTrusted whether the caller may send any document, whatever is registered
   * @throws Fault BAD_USER_INPUT, PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_MISMATCH, PERSISTED_ONLY
   */
  resolve(
    params: GraphParams,
    isSound: (text: string) => boolean,
    isTrusted = false,
  ): MeantDocument | undefined {
    const { query } = params;
    const named = hashNamed(params);
    if (query === undefined) return named === undefined ? undefined : this.#find(named);
    const hash = hashOfDocument(query);
    if (named !== undefined && named !== hash) {
      throw new Fault(
        "PERSISTED_QUERY_MISMATCH",
        "The document's SHA-256 is not the hash sent with it: hash exactly the text that is sent, as UTF-8.",
      );
    }
    const known = this.#registered.get(hash);
    if (known !== undefined) return { query, label: known.operation };
    if (this.#only && !isTrusted) {
      throw new Fault(
        "PERSISTED_ONLY",
        "This service answers registered documents only: name one by documentId, and have others registered by whoever runs it.",
      );
    }
    if (named !== undefined && !this.#only && isSound(query)) this.#sent.set(hash, ownText(query));
    return { query, label: ADHOC };
  }

  #find(hash: string): MeantDocument {
    const known = this.#registered.get(hash);
    if (known !== undefined) return { query: known.text, label: known.operation };
    const query = this.#sent.get(hash);
    if (query === undefined) throw new Fault("PERSISTED_QUERY_NOT_FOUND", NOT_FOUND_MESSAGE);
    return { query, label: ADHOC };
  }
}

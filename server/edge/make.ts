import type { Documents, NormalDocument, Operation } from "../documents/document.ts";
import type { PersistedDocuments } from "../documents/persisted.ts";
import { withDeadline } from "../graph/deadline.ts";
import type { Answer } from "../graph/run.ts";
import type { Execute } from "../graph/yoga.ts";
import { Refusal } from "../http/refusal.ts";
import type { Asked, Question } from "./asked.ts";
import { type Entry, makeEntry } from "./entry.ts";
import { declaredOf, keyOf, operationNamed } from "./key.ts";
import type { CachePolicy } from "./policy.ts";
import type { EntryStore } from "./store.ts";
import { tagsOf } from "./tags.ts";

/** What answers are made with. */
export interface MakerParts {
  readonly store: EntryStore;
  readonly documents: Documents;
  readonly persisted: PersistedDocuments;
  readonly policy: CachePolicy;
  readonly execute: Execute;
  /** Milliseconds that one execution may take. */
  readonly timeout: number;
  /** Told how many seconds it took to make an answer that may be kept. */
  readonly filled: (seconds: number) => void;
}

/** Where a question's answer is kept. */
export interface Slot {
  readonly key: string;
  readonly document: NormalDocument;
  readonly runs: Operation;
}

export const isEntry = (made: Entry | Answer): made is Entry => "forms" in made;

/** Makes answers, and keeps those that are good and public. */
export class Maker {
  readonly #parts: MakerParts;

  constructor(parts: MakerParts) {
    this.#parts = parts;
  }

  /**
   * The request with its document, which comes before all that goes by the document.
   * @throws Fault where there is none, or none that may be asked
   */
  read(asked: Asked): Question {
    const { persisted, documents } = this.#parts;
    const isSound = (text: string) => documents.read(text) !== null;
    const meant = persisted.resolve(asked.params, isSound, asked.admin !== null);
    if (meant === undefined) {
      throw new Refusal(400, "BAD_USER_INPUT", 'There is no "query": send a GraphQL document in it.');
    }
    return { ...asked, params: { ...asked.params, query: meant.query }, operation: meant.label };
  }

  /** The kind of the operation; null where there is none that can be read. */
  kindOf({ params }: Question): Operation["kind"] | null {
    const document = this.#parts.documents.read(params.query);
    return document === null ? null : (operationNamed(document, params.operationName)?.kind ?? null);
  }

  /** Where the answer would be kept, or null where it must not be. */
  slotOf({ served, mediaType, params }: Question): Slot | null {
    const document = this.#parts.documents.read(params.query);
    if (document === null || document.hint.scope === "PRIVATE") return null;
    const operation = operationNamed(document, params.operationName);
    if (operation?.kind !== "query") return null;
    const { variables = {} } = params;
    const key = keyOf({ version: served.version, mediaType, document, operation, variables });
    return { key, document, runs: operation };
  }

  /** Executes the question, for as long as that may take and somebody waits. */
  execute(question: Question, method: "GET" | "POST", outer: AbortSignal): Promise<Answer> {
    const { execute, timeout } = this.#parts;
    const { mediaType } = question;
    return withDeadline(timeout, outer, (signal) => execute({ ...question, signal }, { method, mediaType }));
  }

  /** Makes the answer and keeps it in its slot, if it is whole; else it is as it was executed. */
  async fill(
    question: Question,
    { key, document, runs }: Slot,
    signal: AbortSignal,
  ): Promise<Entry | Answer> {
    const { store, policy, filled } = this.#parts;
    const { generation } = store;
    const began = performance.now();
    const answer = await this.execute(question, "GET", signal);
    if (!answer.complete) return answer;
    const { mediaType, operation } = question;
    const { version } = question.served;
    const { hint, types } = document;
    const { query, operationName, variables = {} } = question.params;
    // Nothing is kept of what a caller may send beside: it would not be counted.
    const asked = JSON.stringify({
      query,
      operationName,
      variables: declaredOf({ operation: runs, variables }),
    });
    const tags = tagsOf({ version, types, states: answer.states });
    const entry = await makeEntry(answer.body, { mediaType, version, hint, policy, tags, operation, asked });
    filled((performance.now() - began) / 1000);
    store.set(key, entry, generation);
    return entry;
  }
}

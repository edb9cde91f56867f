import { createHash } from "node:crypto";
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  print,
  valueFromASTUntyped,
} from "graphql";
import { LRUCache } from "lru-cache";
import { DOCUMENT_LIMITS } from "../graph/limits.ts";
import { ownText } from "./own-text.ts";
import { type Survey, surveyOf } from "./survey.ts";

/** What the cache must know of one operation. */
export interface Operation {
  readonly kind: `${OperationTypeNode}`;
  readonly name: string;
  /** Its variables with their defaults; undefined where there is none. */
  readonly variables: ReadonlyMap<string, unknown>;
}

/** A document, however it was laid out. */
export interface NormalDocument extends Survey {
  /** Hash of the printed document: equal for texts that differ in layout and comments only. */
  readonly id: string;
  readonly operations: readonly Operation[];
}

function operationOf(node: OperationDefinitionNode): Operation {
  const variables = (node.variableDefinitions ?? []).map(
    ({ variable, defaultValue }) =>
      [variable.name.value, defaultValue && valueFromASTUntyped(defaultValue)] as const,
  );
  return { kind: node.operation, name: node.name?.value ?? "", variables: new Map(variables) };
}

function normalise(text: string): NormalDocument | null {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: DOCUMENT_LIMITS.tokens, noLocation: true });
  } catch {
    return null;
  }
  return {
    id: createHash("sha256").update(print(document)).digest("base64url"),
    operations: document.definitions.flatMap((one) =>
      one.kind === Kind.OPERATION_DEFINITION ? [operationOf(one)] : [],
    ),
    ...surveyOf(document),
  };
}

/** Normal forms by text as it came, so that a document met again is not parsed again. */
export class Documents {
  readonly #known: LRUCache<string, NormalDocument>;

  /** @param maxBytes of text kept, at two bytes a character */
  constructor(maxBytes: number) {
    this.#known = new LRUCache({ maxSize: maxBytes, sizeCalculation: (_, text) => 2 * text.length + 512 });
  }

  /** The normal form, or null where the text is no GraphQL document or a longer one than may be sent. */
  read(text: string): NormalDocument | null {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const document = normalise(text);
    if (document !== null) this.#known.set(ownText(text), document);
    return document;
  }
}

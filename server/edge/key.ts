import type { NormalDocument, Operation } from "../documents/document.ts";
import type { MediaType } from "../representation/accept.ts";
import { canonicalJson } from "./canonical.ts";

/** What alone decides the bytes of an answer. */
export interface KeyParts {
  readonly version: string;
  readonly mediaType: MediaType;
  readonly document: NormalDocument;
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The operation that a request names, or the only one; undefined where that is not decided. */
export function operationNamed(document: NormalDocument, name: string | undefined): Operation | undefined {
  if (name !== undefined) return document.operations.find((one) => one.name === name);
  return document.operations.length === 1 ? document.operations[0] : undefined;
}

/** The variables that the operation declares, with their defaults; nothing else that was sent. */
export function declaredOf({ operation, variables }: Pick<KeyParts, "operation" | "variables">): object {
  const declared: Record<string, unknown> = Object.create(null);
  for (const [name, fallback] of operation.variables) {
    const value = Object.hasOwn(variables, name) ? variables[name] : fallback;
    if (value !== undefined) declared[name] = value;
  }
  return declared;
}

/**
 * Equal for requests that must get the same bytes: the order and layout of what was sent, variables that
 * the operation does not declare, and defaults spelt out make no difference.
 */
export function keyOf(parts: KeyParts): string {
  const { version, mediaType, document, operation } = parts;
  return [version, mediaType, document.id, operation.name, canonicalJson(declaredOf(parts))].join("\n");
}

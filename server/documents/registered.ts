import { readFile } from "node:fs/promises";
import { Kind, parse, validate } from "graphql";
import { Fault } from "../../data/fault.ts";
import { schema } from "../../schema/schema.ts";
import { hashOfDocument } from "./identifier.ts";

/** A document that the service was told of when it began: it is never forgotten. */
export interface RegisteredDocument {
  readonly text: string;
  /** Its first operation's name: what metrics call it. */
  readonly operation: string;
}

/** Registered documents by the SHA-256 of their text. */
export type RegisteredDocuments = ReadonlyMap<string, RegisteredDocument>;

/** Names are labels of metrics: this many are kept apart, and no longer ones than this. */
const MOST = 1000;
const LONGEST_NAME = 64;

function check(hash: string, text: unknown, where: string): RegisteredDocument {
  const wrong = (what: string) => new Fault("BAD_USER_INPUT", `${where}: the document ${hash} ${what}.`);
  if (typeof text !== "string") throw wrong("is no text");
  const actual = hashOfDocument(text);
  if (actual !== hash) throw wrong(`has the SHA-256 ${actual}: name it by that`);
  try {
    const document = parse(text);
    const [mistake] = validate(schema, document);
    if (mistake !== undefined) throw mistake;
    const first = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    return { text, operation: first?.name?.value.slice(0, LONGEST_NAME) ?? "unnamed" };
  } catch (error) {
    throw wrong(`is no document of this graph: ${(error as Error).message}`);
  }
}

/**
 * Reads a manifest of documents: a JSON object of their texts by SHA-256, in lower-case hexadecimal digits.
 * @throws Fault BAD_USER_INPUT naming the document that is not what it should be; the file system's own errors
 */
export async function readManifest(path: string): Promise<RegisteredDocuments> {
  const text = await readFile(path, "utf8");
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    throw new Fault("BAD_USER_INPUT", `${path} is no JSON: ${(error as Error).message}.`);
  }
  if (typeof manifest !== "object" || manifest === null || Array.isArray(manifest))
    throw new Fault("BAD_USER_INPUT", `${path} must be a JSON object of documents by their SHA-256.`);
  const entries = Object.entries(manifest);
  if (entries.length > MOST)
    throw new Fault(
      "BAD_USER_INPUT",
      `${path} names ${entries.length} documents; at most ${MOST} are taken.`,
    );
  return new Map(entries.map(([hash, one]) => [hash, check(hash, one, path)]));
}

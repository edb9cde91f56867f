import { Fault } from "../../fault.ts";

/** Where a page of a listing ends, and of what: a cursor is of use only with the listing that gave it. */
interface Cursor {
  readonly version: string;
  readonly listing: string;
  readonly offset: number;
}

/** Opaque text for "go on after the first `offset` rows of this listing of this dataset version". */
export function writeCursor(version: string, listing: string, offset: number): string {
  return Buffer.from(JSON.stringify([version, listing, offset])).toString("base64url");
}

function parse(text: string): Cursor | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (!Array.isArray(parts)) return null;
    const [version, listing, offset] = parts;
    const whole = typeof version === "string" && typeof listing === "string" && Number.isSafeInteger(offset);
    return whole && offset >= 0 ? { version, listing, offset } : null;
  } catch {
    return null;
  }
}

/**
 * The offset a cursor stands for, 0 for none.
 * @throws Fault BAD_USER_INPUT where it is malformed, of another listing or of another dataset version
 */
export function readCursor(text: string | null, version: string, listing: string): number {
  if (text === null) return 0;
  const cursor = parse(text);
  if (cursor === null || cursor.listing !== listing) {
    throw new Fault(
      "BAD_USER_INPUT",
      "`after` must be an endCursor that this very query gave: the same filter, grouping and order.",
    );
  }
  if (cursor.version !== version) {
    throw new Fault(
      "BAD_USER_INPUT",
      `\`after\` comes from dataset version ${cursor.version}, but ${version} is served now: start again without it.`,
    );
  }
  return cursor.offset;
}

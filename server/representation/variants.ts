import { createHash } from "node:crypto";
import { compress, WORTH_COMPRESSING } from "./compress.ts";
import type { Encoding } from "./encoding.ts";

/** Bytes up to which copying a body costs less than a second buffer in the write. */
const SHORT = 16_384;

/** One body in one encoding. */
export interface Variant {
  readonly encoding: Encoding;
  readonly bytes: Buffer;
  /** The bytes as they go out: a short body as latin1 text, which node writes with its headers in one go. */
  readonly wire: Buffer | string;
  /** Strong and quoted: of the body and the encoding, so equal on every replica. */
  readonly etag: string;
}

/** One body in the encodings that it is held in; identity is always among them. */
export type Variants = ReadonlyMap<Encoding, Variant>;

function tagOf(body: Buffer, encoding: Encoding): string {
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return encoding === "identity" ? `"${hash}"` : `"${hash}-${encoding}"`;
}

/** The body in the encoding, made now. */
export async function makeVariant(body: Buffer, encoding: Encoding): Promise<Variant> {
  const bytes = await compress(body, encoding);
  const wire = bytes.length <= SHORT ? bytes.toString("latin1") : bytes;
  return { encoding, bytes, wire, etag: tagOf(body, encoding) };
}

/** The body in all encodings, or as it is where it is small or `compressible` is false. */
export async function makeVariants(body: Buffer, compressible = true): Promise<Variants> {
  const encodings: Encoding[] =
    compressible && body.length >= WORTH_COMPRESSING ? ["identity", "br", "gzip"] : ["identity"];
  const variants = await Promise.all(encodings.map((encoding) => makeVariant(body, encoding)));
  return new Map(variants.map((one) => [one.encoding, one]));
}

/**
 * The first variant held of the accepted encodings; where identity is refused and nothing else is held, one
 * made for the occasion; null where the client accepts nothing we have.
 */
export async function chooseVariant(
  variants: Variants,
  accepted: readonly Encoding[],
): Promise<Variant | null> {
  for (const encoding of accepted) {
    const held = variants.get(encoding);
    if (held !== undefined) return held;
  }
  const [encoding] = accepted;
  return encoding === undefined ? null : makeVariant(variants.get("identity")!.bytes, encoding);
}

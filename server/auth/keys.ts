import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { Refusal } from "../http/refusal.ts";

const BEARER = /^Bearer +([\x21-\x7e]{1,512})$/i;

/** Names and values in turn: how to authenticate (RFC 9110, 11.6.1). */
export const CHALLENGE = ["WWW-Authenticate", 'Bearer realm="pulse-of-bharat"'] as const;

const refused = (message: string) => new Refusal(401, "UNAUTHORIZED", message, CHALLENGE);

/**
 * The API key that a request bears, in `Authorization: Bearer KEY` or `X-Api-Key: KEY`; null where it bears none.
 * @throws Refusal 401 where the header cannot be read as a key
 */
export function keyOf(headers: IncomingHttpHeaders): string | null {
  const { authorization, "x-api-key": bare } = headers;
  if (authorization === undefined) return bare === undefined ? null : String(bare);
  const key = BEARER.exec(authorization)?.[1];
  if (key === undefined) throw refused("Send the API key as `Authorization: Bearer KEY`.");
  return key;
}

/** The keys that open what only administrators may do, known by their SHA-256 alone. */
export class AdminKeys {
  readonly #hashes: readonly Buffer[];

  /** @param hashes SHA-256 of each key, 64 hexadecimal digits */
  constructor(hashes: readonly string[]) {
    this.#hashes = hashes.map((hash) => Buffer.from(hash, "hex"));
  }

  /**
   * Passes a known key; the time taken does not tell how near a wrong one was.
   * @returns by what logs may call it: the first eight digits of its hash
   * @throws Refusal 401 where it is none of them
   */
  check(key: string): string {
    if (this.#hashes.length === 0) throw refused("No API key is known here: ADMIN_KEYS lists none.");
    const given = createHash("sha256").update(key).digest();
    const known = this.#hashes.filter((hash) => timingSafeEqual(hash, given)).length;
    if (known === 0) throw refused("The API key is not known here.");
    return given.toString("hex", 0, 4);
  }
}

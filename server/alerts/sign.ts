import { createHmac } from "node:crypto";

/** What secrets look like: 24 to 64 bytes as base64 behind a prefix by which they are known. */
const SECRET = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/;

/** The bytes of a secret; null where it is none. */
export function secretBytes(secret: string): Buffer | null {
  const bytes = Buffer.from(SECRET.exec(secret)?.[1] ?? "", "base64");
  return bytes.length >= 24 && bytes.length <= 64 ? bytes : null;
}

/** One message to be sent. */
export interface Message {
  /** The same for the same content: receivers take each once. */
  readonly id: string;
  readonly body: string;
}

/**
 * The headers by which a receiver knows that a message is ours, whole and of now (Standard Webhooks 1.0): HMAC-SHA256
 * of id, timestamp and body, each parted by a full stop.
 * @param seconds since 1970
 */
export function signedHeaders(
  { id, body }: Message,
  seconds: number,
  secret: Buffer,
): Record<string, string> {
  const mac = createHmac("sha256", secret).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(seconds), "webhook-signature": `v1,${mac}` };
}

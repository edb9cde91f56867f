import { randomBytes } from "node:crypto";

/** Short, and of characters that can stand in any log, shell or header. */
const SAFE = /^[\w.-]{1,64}$/;

/** Of this process alone, so that a count behind it is an id that no other has. */
const PREFIX = randomBytes(9).toString("base64url");
let count = 0;

/** The id to follow the request by: the one it brings, if that is short and safe, else a new one. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === "string" && SAFE.test(header) ? header : `${PREFIX}-${(++count).toString(36)}`;
}

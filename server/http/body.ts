import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.ts";

const JSON_TYPE = /^application\/json[\t ]*(?:;[\t ]*charset[\t ]*=[\t ]*"?utf-8"?[\t ]*)?$/i;

const utf8 = new TextDecoder("utf-8", { fatal: true });

const close = ["Connection", "close"];

function checkType(request: IncomingMessage): void {
  const type = request.headers["content-type"];
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (type !== undefined && JSON_TYPE.test(type) && encoding.toLowerCase() === "identity") return;
  throw new Refusal(
    415,
    "BAD_USER_INPUT",
    "Send the request as JSON: Content-Type: application/json, in UTF-8, without Content-Encoding.",
    close,
  );
}

async function collect(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = new Refusal(413, "BAD_USER_INPUT", `The body may have at most ${limit} bytes.`, close);
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let length = 0;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  request.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) reject(tooLarge);
    else chunks.push(chunk);
  });
  request.once("end", resolve);
  request.once("error", reject);
  request.once("close", () => reject(new DOMException("The client has gone.", "AbortError")));
  await promise;
  return Buffer.concat(chunks);
}

/**
 * The request's body, read as JSON.
 * @param limit bytes
 * @throws Refusal 415 where it is not declared as JSON, 413 where it is longer than the limit, 400 where it
 * is no JSON in UTF-8
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  checkType(request);
  const body = await collect(request, limit);
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    const what = body.length === 0 ? "The body is empty" : "The body is not JSON in UTF-8";
    throw new Refusal(400, "BAD_USER_INPUT", `${what}: send {"query": "…", "variables": {…}}.`);
  }
}

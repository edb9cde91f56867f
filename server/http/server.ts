import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";
import { MAX_URL } from "./listener.ts";

/** Milliseconds in which a request's headers, and all of it, must have come in. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
/** Longer than the idle time of common proxies, so that it is they who close. */
const KEEP_ALIVE_TIMEOUT = 75_000;
/** Room for an address too long by far beside other headers, so that it is told so. */
const MAX_HEADER_BYTES = 32_768;

const MALFORMED = "400 Bad Request";
const REASONS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

function statusOf(error: NodeJS.ErrnoException & { rawPacket?: Buffer }): string {
  const reason = REASONS[error.code ?? ""] ?? MALFORMED;
  const firstLine = error.rawPacket?.subarray(0, MAX_URL).indexOf("\r\n") ?? 0;
  return error.code === "HPE_HEADER_OVERFLOW" && firstLine < 0 ? "414 URI Too Long" : reason;
}

/** Answers what is not HTTP, or too slow or large to be, in HTTP, and closes. */
function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  // Behind an answer whose head is out, another would be taken for a part of it.
  const { _httpMessage: answering } = socket as Socket & { _httpMessage?: { headersSent: boolean } };
  if (error.code === "ECONNRESET" || !socket.writable || answering?.headersSent) {
    socket.destroy();
    return;
  }
  const status = statusOf(error);
  const body = JSON.stringify({
    errors: [{ message: `${status.slice(4)}.`, extensions: { code: "BAD_USER_INPUT" } }],
  });
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      "Connection: close",
      "Content-Type: application/json; charset=utf-8",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Cache-Control: no-store",
      "",
      body,
    ].join("\r\n"),
  );
}

/** A node:http server that slow or malformed clients cannot hold up. */
export function makeServer(listener: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
      connectionsCheckingInterval: 5000,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    listener,
  );
  server.on("clientError", answerMalformed);
  return server;
}

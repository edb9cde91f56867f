import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { codeOf, sendRaw, startTestService, type TestService } from "../fixture.ts";
import { MAX_URL } from "./listener.ts";

describe("the HTTP server", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService(null);
  });
  after(() => service.stop());

  const raw: [what: string, bytes: string, status: number][] = [
    ["no HTTP", "hello\r\n\r\n", 400],
    ["a bad method", "GE T / HTTP/1.1\r\nHost: a\r\n\r\n", 400],
    ["no Host", "GET /health HTTP/1.1\r\n\r\n", 400],
    ["a header without a name", "GET /health HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400],
    [
      "two lengths",
      "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      400,
    ],
    [
      "a length beside chunks",
      "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      400,
    ],
    ["a length that is none", "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400],
    ["headers too large", `GET /health HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(40_000)}\r\n\r\n`, 431],
    [
      "an address too long by far",
      `GET /graphql?query=${"x".repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      414,
    ],
    [
      "an address that is no path",
      "GET http://elsewhere.example/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      400,
    ],
    ["a star for an address", "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400],
  ];
  for (const [what, bytes, status] of raw) {
    test(`${what} is answered ${status}`, async () => {
      const answer = await sendRaw(service.url, bytes);
      assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `));
    });
  }

  test(`an address of ${MAX_URL} characters is 414, a shorter one is not`, async () => {
    const prefix = "/graphql?query={dataset{rows}}&x=";
    const long = await service.send(prefix.padEnd(MAX_URL, "x"));
    assert.deepEqual([long.status, codeOf(long)], [414, "BAD_USER_INPUT"]);
    assert.equal((await service.send(prefix.padEnd(MAX_URL - 1, "x"))).status, 200);
  });

  test("odd Accept and Accept-Encoding headers do no harm", async () => {
    for (const value of [",", ";;;", "q=1", "*/*;q=", "\u00e9", "a".repeat(5000)]) {
      const headers = { accept: "*/*", "accept-encoding": value, "if-none-match": value };
      assert.equal((await service.get({ query: "{ dataset { rows } }" }, headers)).status, 200);
      const reply = await service.get({ query: "{ dataset { rows } }" }, { accept: value });
      assert.ok([200, 406].includes(reply.status), value);
    }
  });

  test("the request's id is echoed and stands in its line of the log", async () => {
    const reply = await service.send("/health?x=1", { headers: { "x-request-id": "trace-1" } });
    assert.equal(reply.headers["x-request-id"], "trace-1");
    const line = service.lines.find(({ requestId }) => requestId === "trace-1")!;
    const { method, route, path, status, bytes, level } = line;
    assert.deepEqual(
      { method, route, path, status, bytes, level },
      { method: "GET", route: "health", path: "/health", status: 200, bytes: 15, level: 30 },
    );
    assert.equal(typeof line.ms, "number");
    const other = await service.send("/health", { headers: { "x-request-id": "two words" } });
    assert.match(other.headers["x-request-id"] as string, /^[\w-]{12}-[0-9a-z]+$/);
  });

  test("what is not there is 404, as JSON", async () => {
    for (const path of ["/nothing", "/graphql/", "/graphiql/nothing.js", "/%2e%2e/etc/passwd", "//graphql"]) {
      const reply = await service.send(path);
      assert.deepEqual([reply.status, codeOf(reply)], [404, "NOT_FOUND"], path);
    }
  });
});

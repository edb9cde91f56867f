import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { tinyStore } from "../../schema/fixture.ts";
import {
  codeOf,
  graphPath,
  json,
  type Reply,
  sendRaw,
  slowStore,
  startTestService,
  type TestService,
} from "../fixture.ts";

const QUERY = "{ dataset { rows } }";
const BODY = JSON.stringify({ query: QUERY });
const JSON_BODY = { "content-type": "application/json" };
const ADMIN_KEYS = createHash("sha256").update("key").digest("hex");
const HEALTH = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
/** Would be answered 404 if it were taken for a request. */
const SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

const chunked = (body: string) => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const posted = (headers: string, body = BODY) =>
  `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`;
const got = (query: string, headers = "") =>
  `GET ${graphPath({ query })} HTTP/1.1\r\nHost: a\r\n${headers}\r\n`;
const statusesOf = (answers: string) =>
  [...answers.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
const cacheOf = ({ headers }: Reply) => headers["x-cache"];
const times = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join(" ");
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const naming = (document: string) => ({
  persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(document).digest("hex") },
});
const turn = () => new Promise(setImmediate);

const transferred = (codings: string) => posted(`Transfer-Encoding: ${codings}`, chunked(BODY));

const framings: [what: string, bytes: string, statuses: number[]][] = [
  ["a length shorter than the body", posted(`Content-Length: ${BODY.length - 5}`), [400]],
  [
    "the same length twice",
    posted(`Content-Length: ${BODY.length}\r\nContent-Length: ${BODY.length}`),
    [400],
  ],
  ["a list of lengths", posted(`Content-Length: ${BODY.length}, ${BODY.length}`), [400]],
  ["a length with a sign", posted(`Content-Length: +${BODY.length}`), [400]],
  ["a hexadecimal length", posted(`Content-Length: 0x${BODY.length.toString(16)}`), [400]],
  ["a length beyond all numbers", posted(`Content-Length: ${"9".repeat(30)}`), [400]],
  ["a length behind chunks", posted("Transfer-Encoding: chunked\r\nContent-Length: 4", chunked(BODY)), [400]],
  ["an unknown coding", transferred("xchunked"), [400]],
  ["no coding", transferred("identity"), [400]],
  ["chunks that are not last", transferred("chunked, identity"), [400]],
  ["chunks twice", transferred("chunked, chunked"), [400]],
  ["chunks in two headers", transferred("chunked\r\nTransfer-Encoding: identity"), [400]],
  ["chunks with a parameter", transferred("chunked;x=1"), [400]],
  ["chunks behind a control character", transferred("\x0bchunked"), [400]],
  ["a space before the colon", posted("Transfer-Encoding : chunked", chunked(BODY)), [400]],
  [
    "a bare line feed in a chunk",
    posted("Transfer-Encoding: chunked", chunked(BODY).replace("\r\n", "\n")),
    [400],
  ],
  ["a chunk of negative size", posted("Transfer-Encoding: chunked", `-1\r\n${BODY}`), [400]],
  ["a chunk of endless size", posted("Transfer-Encoding: chunked", `${"f".repeat(17)}\r\n${BODY}`), [400]],
  [
    "a chunk with endless words",
    posted("Transfer-Encoding: chunked", chunked(BODY).replace("\r\n", `;${"x".repeat(20_000)}\r\n`)),
    [413],
  ],
  ["bare line feeds", "GET /health HTTP/1.1\nHost: a\n\n", [400]],
  ["a bare carriage return", "GET /health HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", [400]],
  ["a folded header", "GET /health HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", [400]],
  ["a NUL in a header", "GET /health HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n", [400]],
  ["thousands of headers", `GET /health HTTP/1.1\r\nHost: a\r\n${"x:\r\n".repeat(3000)}\r\n`, [431]],
  ["another version of HTTP", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400]],
  ["a method in small letters", "get /graphql HTTP/1.1\r\nHost: a\r\n\r\n", [400]],
  ["an unknown method", "FETCH /graphql HTTP/1.1\r\nHost: a\r\n\r\n", [400]],
];

const answered: [what: string, bytes: string, statuses: number[]][] = [
  ["an expectation", posted(`Content-Length: ${BODY.length}\r\nExpect: 100-continue`), [100, 200]],
  ["a strange expectation", posted("Content-Length: 0\r\nExpect: x", ""), [417]],
  ["a request for a body of GET", got(QUERY, `Content-Length: ${SMUGGLED.length}\r\n`) + SMUGGLED, [200]],
  ["a request for a chunk", posted("Transfer-Encoding: chunked", chunked(SMUGGLED)), [400]],
  ["a hundred requests at once", got(QUERY).repeat(100), Array(100).fill(200)],
];

const closing: [what: string, bytes: string][] = [
  ["no Host, in HTTP/1.0", "GET /health HTTP/1.0\r\n\r\n"],
  ["an offer of HTTP/2", got(QUERY, "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n")],
  ["an offer of a web socket", got(QUERY, "Connection: Upgrade, close\r\nUpgrade: websocket\r\n")],
];

const targets: [target: string, status: number][] = [
  ["/graphql?query={dataset{rows}}#fragment", 200],
  ["/graphql?x?y&query={dataset{rows}}", 200],
  ["/graphql?&&query={dataset{rows}}&&", 200],
  ["/graphql", 400],
  ["/graphql?", 400],
  ["/graphql?query", 400],
  ["//graphql?query={dataset{rows}}", 404],
  ["/./graphql?query={dataset{rows}}", 404],
  ["/%67raphql?query={dataset{rows}}", 404],
  ["/graphql;x?query={dataset{rows}}", 404],
  ["/GraphQL?query={dataset{rows}}", 404],
];

const parameters: [search: string, status: number, data: object | null][] = [
  ["query={a:__typename}&query={b:__typename}", 400, null],
  ["query={a:__typename}&query={a:__typename}", 400, null],
  ["query=&query={a:__typename}", 400, null],
  ["query={a:__typename}&%71uery={b:__typename}", 400, null],
  ["query={a:__typename}&variables={}&variables={}", 400, null],
  ["query={a:__typename}&extensions={}&extensions={}", 400, null],
  ["query=query A{a:__typename}&operationName=A&operationName=A", 400, null],
  ["documentId=x&documentId=x", 400, null],
  ["query={a:__typename}&documentId=x", 400, null],
  [`query={a:__typename}&documentId=sha256:${"0".repeat(64)}`, 400, null],
  [`query={a:__typename}&extensions=${JSON.stringify(naming("x"))}`, 400, null],
  ["query[]={a:__typename}", 400, null],
  ["Query={a:__typename}", 400, null],
  ["query={a:__typename}&variables=%EF%BB%BF{}", 400, null],
  ["query={a:__typename}&x=1&x=2&id=x", 200, { a: "Query" }],
  [
    'query=query($c:ID!){place(code:$c){code}}&variables={"c":"IN","c":"IN-TN"}',
    200,
    { place: { code: "IN-TN" } },
  ],
];

const purges: [tags: string, status: number, outcome: number | "BAD_USER_INPUT"][] = [
  ["[]", 200, "BAD_USER_INPUT"],
  ['[""]', 200, "BAD_USER_INPUT"],
  ["[null]", 400, "BAD_USER_INPUT"],
  ['["PULSE"]', 200, "BAD_USER_INPUT"],
  ['["pulse\\n"]', 200, "BAD_USER_INPUT"],
  ['["pulse pulse"]', 200, "BAD_USER_INPUT"],
  ['["pulse,pulse"]', 200, "BAD_USER_INPUT"],
  ['["state:"]', 200, "BAD_USER_INPUT"],
  ['["dataset:*"]', 200, "BAD_USER_INPUT"],
  ['["state:\u0131N"]', 200, "BAD_USER_INPUT"],
  ['["pulse","."]', 200, "BAD_USER_INPUT"],
  [JSON.stringify(Array(101).fill("pulse")), 200, "BAD_USER_INPUT"],
  [JSON.stringify(Array(100).fill("type:Nothing")), 200, 0],
  ['["type:__proto__","type:constructor"]', 200, 0],
  ['["state:in"]', 200, 0],
  ['"type:Dataset"', 200, 1],
];

const documents: [what: string, body: string | Buffer, status: number, code: string | null][] = [
  ["a mark of byte order", `\ufeff${BODY}`, 200, null],
  ["two marks of byte order", `\ufeff\ufeff${BODY}`, 400, "BAD_USER_INPUT"],
  ["UTF-16", Buffer.from(BODY, "utf16le"), 400, "BAD_USER_INPUT"],
  [
    "a document with marks of byte order",
    JSON.stringify({ query: `\ufeff{ dataset { rows \ufeff} }` }),
    200,
    null,
  ],
  ["a no-break space", JSON.stringify({ query: "{ dataset {\u00a0rows } }" }), 200, "GRAPHQL_PARSE_FAILED"],
  [
    "half a surrogate pair",
    '{"query":"{ place(code: \\"\\ud800\\") { code } }"}',
    200,
    "GRAPHQL_PARSE_FAILED",
  ],
  ["half a pair in a comment", '{"query":"{ dataset { rows } } #\\ud800"}', 200, "GRAPHQL_PARSE_FAILED"],
  ["a query of its prototype", '{"__proto__":{"query":"{ dataset { rows } }"}}', 400, "BAD_USER_INPUT"],
  [
    "an unknown operation of a long name",
    JSON.stringify({ query: "query A { dataset { rows } }", operationName: "N".repeat(500_000) }),
    400,
    "BAD_USER_INPUT",
  ],
  [
    "lists in lists without end",
    `{"query":"query ($c: ID!) { place(code: $c) { code } }","variables":{"c":${nested(400_000)}}}`,
    400,
    "BAD_USER_INPUT",
  ],
  [
    "many variables nobody asked for",
    JSON.stringify({
      query: QUERY,
      variables: Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => [`v${at}`, at])),
    }),
    200,
    null,
  ],
];

const headers: [what: string, headers: Record<string, string>, status: number][] = [
  ["ten thousand tags", { "if-none-match": '"",'.repeat(10_000) }, 200],
  ["ten thousand tags and any", { "if-none-match": `${'"",'.repeat(10_000)}*` }, 200],
  ["nothing but quotes", { "if-none-match": '"'.repeat(30_001) }, 200],
  ["nothing but W/", { "if-none-match": "W/".repeat(15_000) }, 200],
  ["a tag without its end", { "if-none-match": `"${", ".repeat(10_000)}` }, 200],
  ["thousands of empty tags", { "if-none-match": `${", ".repeat(15_000)}x` }, 200],
  ["a tag behind spaces", { "if-none-match": `,${" ".repeat(30_000)}x` }, 200],
  ["ten thousand tags to have", { "if-match": '"",'.repeat(10_000) }, 412],
  ["nothing but quotes to have", { "if-match": '"'.repeat(30_001) }, 412],
  ["thousands of types", { accept: `${"a/b,".repeat(7000)}*/*` }, 200],
  ["thousands of other types", { accept: "a/b,".repeat(7000) }, 406],
  ["thousands of malformed types", { accept: "*/*;q=x,".repeat(3500) }, 200],
  ["a type of thousands of parameters", { accept: `*/*${";a=b".repeat(7000)}` }, 200],
  ["a long weight", { accept: `*/*;q=0.${"0".repeat(30_000)}, */*` }, 200],
  ["thousands of encodings", { "accept-encoding": "x-gzip;q=0,br;q=2,".repeat(1500) }, 200],
  ["thousands of refusals", { "accept-encoding": "identity;q=0,".repeat(2300) }, 406],
  ["a key of spaces", { authorization: `Bearer${" ".repeat(30_000)}\u00e9` }, 401],
  ["no key", { authorization: "" }, 401],
  ["another address", { "x-original-url": "/health", "x-http-method-override": "DELETE" }, 200],
  [
    "a range, a date, any tag",
    { range: "bytes=0-1", "if-modified-since": new Date().toUTCString(), "if-match": "*" },
    200,
  ],
];

type Request = readonly [query: string, variables?: string, operationName?: string];

const PLACE = "query ($c: ID!) { place(code: $c) { code name } }";
const VALUE = 'query ($to: Date) { place(code: "IN") { value(metric: ACTIVITY, to: $to) } }';
const METRIC = 'query ($m: Metric! = ACTIVITY) { place(code: "IN") { value(metric: $m) } }';
const NAME = 'query ($l: Language) { place(code: "IN") { name(language: $l) } }';
const PAGE = "query ($n: Int = 2) { places(level: PINCODE, first: $n) { nodes { code } } }";
const BOUND =
  "query ($f: Float) { stats(groupBy: [STATE], having: [{ metric: ACTIVITY, gt: $f, gte: 0 }]) { totalGroups } }";
const WHERE = "query ($w: ActivityFilter) { stats(where: $w) { total { value(metric: ACTIVITY) } } }";
const IF =
  "query ($a: Boolean!, $b: Boolean = false) { x: __typename @include(if: $a) y: __typename @skip(if: $b) }";
const TWO =
  "query A { a: __typename ...f } query B { b: __typename ...f } fragment f on Query { dataset { rows } }";
const odd = (name: string): Request[] => {
  const query = `query ($${name}: ID!, $other: Date) { place(code: $${name}) { code value(metric: ACTIVITY, to: $other) } }`;
  return [
    [query],
    [query, "{}"],
    [query, `{"${name}":"IN"}`],
    [query, `{"${name}":"IN-TN"}`],
    [query, `{"${name}":{"other":"2025-12-01"}}`],
    [query, `{"${name}":"IN","other":"2025-12-01"}`],
  ];
};

/** Requests that are alike; some of each deserve other answers than their neighbours. */
const alike: [what: string, requests: Request[]][] = [
  [
    "numbers, their text and lists of them",
    ["500001", '"500001"', "500001.0", "5.00001e5", '"500001.0"', '["500001"]', "true"].map((c) => [
      PLACE,
      `{"c":${c}}`,
    ]),
  ],
  [
    "numbers near each other",
    ["1", "1.0", "-0", "0", '"1"', "1.5", "9007199254740993", "[1]"].map((n) => [PAGE, `{"n":${n}}`]),
  ],
  [
    "a default, absent, null and spelt out",
    [[PAGE], [PAGE, '{"n":null}'], [PAGE, '{"n":2}'], [PAGE, '{"n":3}']],
  ],
  [
    "null, absent and undeclared",
    [[VALUE], [VALUE, '{"to":null}'], [VALUE, '{"to":"2025-12-01"}'], [VALUE, '{"TO":"2025-12-01"}']],
  ],
  [
    "members of an enum and what looks like them",
    [undefined, '"ACTIVITY"', '"ENROLMENT"', "null", '"activity"', '"ACTIVITY "', '["ACTIVITY"]', "0"].map(
      (m) => (m === undefined ? [METRIC] : [METRIC, `{"m":${m}}`]),
    ),
  ],
  ["languages", ['"HI"', '"EN"', "null", '"hi"', '"HI\\u0000"'].map((l) => [NAME, `{"l":${l}}`])],
  ["bounds", ["0", "-0", "1e2", "100", "1e308", "1e-320", "null"].map((f) => [BOUND, `{"f":${f}}`])],
  [
    "filters",
    [
      "null",
      "{}",
      '{"from":null}',
      '{"places":"IN-TN"}',
      '{"places":["IN-TN"]}',
      '{"places":["IN-TN","IN-TG"]}',
      '{"places":["IN-TG","IN-TN"]}',
      '{"places":[]}',
      '{"__proto__":{"places":["IN-TN"]}}',
      '{"places":["IN-TN"],"from":"2025-12-04"}',
    ].map((w) => [WHERE, `{"w":${w}}`]),
  ],
  [
    "conditions",
    [
      '{"a":true}',
      '{"a":false}',
      '{"a":false,"b":true}',
      '{"a":true,"b":true}',
      '{"a":1}',
      '{"a":"true"}',
      '{"a":true,"b":null}',
    ].map((variables) => [IF, variables]),
  ],
  [
    "operations of one document",
    ["A", "B", "C", "a", "A ", "f", "__proto__", "constructor"].map((name) => [TWO, "{}", name]),
  ],
  [
    "operations unnamed",
    [
      [TWO],
      ["query A { a: __typename }"],
      ["query A { a: __typename }", "{}", "B"],
      ["{ a: __typename }", "{}", "A"],
    ],
  ],
  [
    "operations of one name",
    [
      ["query A { a: __typename } query A { b: __typename }", "{}", "A"],
      ["{ a: __typename } query A { b: __typename }", "{}", "A"],
      ["{ a: __typename } query A { b: __typename }"],
    ],
  ],
  [
    "fragments of one name",
    [
      ["{ ...f } fragment f on Query { a: __typename }"],
      ["{ ...f } fragment f on Query { b: __typename }"],
      ["{ ...f } fragment f on Query { a: __typename } fragment f on Query { b: __typename }"],
      ["{ ...f } fragment f on Place { a: __typename }"],
      ['{ place(code: "IN") { ... on Country { a: name } ... on State { b: name } } }'],
      ['{ place(code: "IN") { ... on State { a: name } ... on Country { b: name } } }'],
    ],
  ],
  [
    "texts that print nearly alike",
    [
      '"IN"',
      '"""IN"""',
      '"\\u0049N"',
      '"\\u{49}N"',
      '" IN"',
      '""" IN"""',
      '"I N"',
      '"IN\\n"',
      '"""\nIN\n"""',
    ].map((code) => [`{ place(code: ${code}) { code } }`]),
  ],
  [
    "one accent, composed or not",
    ["caf\u00e9", "cafe\u0301", "cafe", "CAF\u00c9"].map((c) => [PLACE, JSON.stringify({ c })]),
  ],
  [
    "halves of a surrogate pair",
    ["\\ud800", "\\ud801", "\\ufffd", "\\ud800\\udc00"].map((c) => [PLACE, `{"c":"${c}"}`]),
  ],
  ...["__proto__", "constructor", "toString", "hasOwnProperty"].map((name): [string, Request[]] => [
    `$${name}`,
    odd(name),
  ]),
];

/** Requests that get one entry. */
const shared: [what: string, first: Request, ...others: Request[]][] = [
  [
    "1, 1.0 and 1e0",
    [PAGE, '{"n":1}'],
    [PAGE, '{"n":1.0}'],
    [PAGE, '{"n":1e0}'],
    [PAGE, ' { "n" :1, "n":1}'],
  ],
  [
    "a name spelt with escapes",
    [PLACE, '{"c":"IN"}'],
    [PLACE, '{"c":"\\u0049N"}'],
    [PLACE, '{"\\u0063":"IN"}'],
  ],
  [
    "a filter in any order",
    [WHERE, '{"w":{"from":"2025-12-01","to":"2025-12-02"}}'],
    [WHERE, '{"w":{"to":"2025-12-02","from":"2025-12-01"}}'],
  ],
  [
    "a document with a mark of byte order",
    ["{ dataset { to } }"],
    ["\ufeff{ dataset { to } }"],
    ["{ \ufeffdataset { to } }"],
  ],
];

const overLimits: [what: string, document: string, code: string][] = [
  ["tokens", `{ ${times(2000, () => "__typename")} }`, "TOKEN_LIMIT"],
  ["aliases", `{ ${times(61, (at) => `a${at}: __typename`)} }`, "ALIAS_LIMIT"],
  ["depth", `{ place(code: "IN") { ${"parent { ".repeat(13)} code ${"}".repeat(13)} } }`, "DEPTH_LIMIT"],
  ["directives", `{ __typename ${times(21, () => "@skip(if: false)")} }`, "DIRECTIVE_LIMIT"],
  [
    "cost that fragments double",
    `{ place(code: "IN") { ...f0 } } ${times(60, (at) => `fragment f${at} on Place { ...f${at + 1} ...f${at + 1} }`)} fragment f60 on Place { code }`,
    "COST_LIMIT",
  ],
];

describe("against hostile clients", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService(null);
  });
  after(() => service.stop());

  const postRaw = (body: string | Buffer) =>
    service.send("/graphql", { method: "POST", headers: JSON_BODY, body });
  const ask = ([query, variables = "{}", operationName = ""]: Request) =>
    service.get({ query, variables, operationName });

  for (const [what, bytes, statuses] of framings) {
    test(`${what}: refused, and nothing behind it is answered`, async () => {
      const answers = await sendRaw(service.url, bytes + SMUGGLED + HEALTH);
      assert.deepEqual(statusesOf(answers), statuses);
    });
  }

  for (const [what, bytes, statuses] of answered) {
    test(`${what}: answered as one request, and so is what follows`, async () => {
      const answers = await sendRaw(service.url, bytes + HEALTH);
      assert.deepEqual(statusesOf(answers), [...statuses, 200]);
    });
  }

  for (const [what, bytes] of closing) {
    test(`${what}: answered in HTTP/1.1`, async () =>
      assert.deepEqual(statusesOf(await sendRaw(service.url, bytes)), [200]));
  }

  test("answers come in the order of the requests, made or kept", async () => {
    const fields = ["districts", "states", "districts", "pincodes", "rows", "states"];
    const requests = fields.map((field) => got(`{ dataset { ${field} } }`)).join("");
    const answers = await sendRaw(service.url, requests + HEALTH);
    assert.deepEqual(
      [...answers.matchAll(/"dataset":\{"(\w+)"/g)].map(([, field]) => field),
      fields,
    );
  });

  for (const [target, status] of targets) {
    test(`GET ${target} is ${status}`, async () => {
      const answer = await sendRaw(
        service.url,
        `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
      );
      assert.deepEqual(statusesOf(answer), [status]);
    });
  }

  for (const method of ["OPTIONS", "TRACE", "PURGE", "PROPFIND", "SEARCH", "QUERY", "PATCH"]) {
    test(`${method} of what is kept is 405 and leaves it kept`, async () => {
      const path = graphPath({ query: QUERY });
      await service.send(path);
      const reply = await service.send(path, { method });
      assert.deepEqual([reply.status, reply.headers.allow], [405, "GET, HEAD, POST"]);
      assert.equal(codeOf(reply), "METHOD_NOT_ALLOWED");
      assert.equal(cacheOf(await service.send(path)), "HIT");
    });
  }

  test("HEAD of a mistake has the headers of GET and no body", async () => {
    for (const query of ["{", "{ nonsense }", "mutation { __typename }", ""]) {
      const [get, head] = [await service.get({ query }), await service.get({ query }, {}, "HEAD")];
      assert.equal(head.status, get.status);
      assert.equal(head.body.length, 0);
      for (const name of ["content-type", "content-length", "cache-control", "allow"])
        assert.equal(head.headers[name], get.headers[name]);
    }
  });

  for (const [what, sent, status] of headers) {
    test(`a header with ${what} is ${status}, twice`, async () => {
      for (let time = 0; time < 2; time++)
        assert.equal((await service.get({ query: QUERY }, sent)).status, status);
    });
  }

  for (const [search, status, data] of parameters) {
    test(`no parameter counts twice: ?${search.slice(0, 70)} is ${status}, whatever is kept`, async () => {
      for (let time = 0; time < 2; time++) {
        const reply = await service.send(`/graphql?${search.replaceAll(" ", "+")}`);
        assert.equal(reply.status, status);
        assert.deepEqual(json(reply).data ?? null, data);
      }
    });
  }

  for (const [what, body, status, code] of documents) {
    test(`a body with ${what} is ${status}${code === null ? "" : ` ${code}`}`, async () => {
      const reply = await postRaw(body);
      assert.deepEqual([reply.status, code === null ? null : codeOf(reply)], [status, code]);
      if (code === null) assert.deepEqual(json(reply).data, { dataset: { rows: 7 } });
    });
  }

  for (const [what, requests] of alike) {
    test(`the cache gives each what POST gives: ${what}`, async () => {
      const owed = await Promise.all(
        requests.map(([query, variables = "{}", operationName = ""]) =>
          postRaw(
            `{"query":${JSON.stringify(query)},"operationName":"${operationName}","variables":${variables}}`,
          ),
        ),
      );
      for (const order of [requests, requests, requests.toReversed()]) {
        for (const request of order) {
          const { status, body } = owed[requests.indexOf(request)]!;
          const reply = await ask(request);
          assert.deepEqual(
            [reply.status, reply.body.toString()],
            [status, body.toString()],
            request.join(" | "),
          );
        }
      }
    });
  }

  for (const [what, first, ...others] of shared) {
    test(`one entry answers ${what}`, async () => {
      const { body } = await ask(first);
      for (const other of others) {
        const reply = await ask(other);
        assert.deepEqual([cacheOf(reply), reply.body], ["HIT", body], other.join(" | "));
      }
    });
  }

  test("variables nested a thousand deep are judged like others", async () => {
    for (const type of ["ID!", "[ID!]!", "[[[ID]]]!"]) {
      const query = `query ($c: ${type}) { place(code: $c) { code } }`;
      const reply = await service.send(
        `/graphql?query=${encodeURIComponent(query)}&variables={"c":${nested(1000)}}`,
      );
      assert.ok([200, 400].includes(reply.status));
      assert.notEqual(codeOf(reply), "INTERNAL_ERROR");
    }
  });

  test("an operation's name may be as long as the address allows", async () => {
    const name = "N".repeat(3900);
    const request: Request = [`query ${name} { dataset { from } }`, "", name];
    assert.equal((await ask(request)).status, 200);
    assert.equal(cacheOf(await ask(request)), "HIT");
  });

  for (const [what, document, code] of overLimits) {
    test(`a document over the limit of ${what} is refused however often it is named by its hash`, async () => {
      const extensions = naming(document);
      assert.equal(codeOf(await service.post({ query: document, extensions })), code);
      for (let time = 0; time < 2; time++) {
        const reply = await service.get({ extensions });
        assert.ok([code, "PERSISTED_QUERY_NOT_FOUND"].includes(codeOf(reply)));
        assert.equal(reply.headers["cache-control"], "no-store");
      }
    });
  }

  test("a text that hashes like another, for half a surrogate pair in it, does not stand for it", async () => {
    const document = '{ place(code: "\ufffd") { code } }';
    const body = JSON.stringify({ query: document, extensions: naming(document) });
    await postRaw(body.replace("\ufffd", "\\ud800"));
    assert.equal(codeOf(await service.get({ extensions: naming(document) })), "PERSISTED_QUERY_NOT_FOUND");
  });

  test("a client that closes its side at once is given what is kept", async () => {
    const path = graphPath({ query: QUERY });
    await service.send(path);
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    socket.end(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    assert.match(await text(socket), /"rows":7/);
  });

  test("clients that go in the middle of a body are no mistake of ours", async () => {
    const { hostname, port } = new URL(service.url);
    const parts = [
      posted("Content-Length: 100", '{"query"'),
      posted("Transfer-Encoding: chunked", "10\r\nabc"),
      "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-",
    ];
    for (const part of parts) {
      for (const leave of ["destroy", "resetAndDestroy"] as const) {
        const socket = connect(Number(port), hostname);
        await once(socket, "connect");
        socket.write(part);
        await turn();
        socket[leave]();
      }
    }
    assert.equal((await service.post({ query: QUERY })).status, 200);
  });

  test("of all this nothing was a mistake of ours", () => {
    assert.deepEqual(
      service.lines.filter(({ errorId, level }) => errorId !== undefined || Number(level) >= 50),
      [],
    );
  });
});

test("the work for all pipelined requests stops when their client goes", async (context) => {
  const { store, calls, aborted } = slowStore();
  const service = await startTestService(context, { store });
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    ["a", "b", "c"]
      .map((alias) => got(`{ place(code: "IN") { ${alias}: value(metric: ACTIVITY) } }`))
      .join(""),
  );
  while (calls() < 3) await turn();
  socket.destroy();
  while (aborted() < 3) await turn();
});

test("what a key opens is neither kept nor taken from what is kept, and a wrong key opens nothing", async (context) => {
  const service = await startTestService(context, { env: { ADMIN_KEYS } });
  const steps: [headers: Record<string, string>, status: number, cache: string, control: RegExp][] = [
    [{ "x-api-key": "key" }, 200, "BYPASS", /^private, no-store$/],
    [{}, 200, "MISS", /^public/],
    [{ authorization: "Bearer key" }, 200, "BYPASS", /^private, no-store$/],
    [{ authorization: "Bearer KEY" }, 401, "BYPASS", /^no-store$/],
    [{ "x-api-key": "" }, 401, "BYPASS", /^no-store$/],
    [{ "x-api-key": "key, key" }, 401, "BYPASS", /^no-store$/],
    [{ cookie: "key=key" }, 200, "HIT", /^public/],
  ];
  for (const [headers, status, cache, control] of steps) {
    const reply = await service.get({ query: QUERY }, { "if-none-match": '"x"', ...headers });
    assert.deepEqual([reply.status, cacheOf(reply)], [status, cache], JSON.stringify(headers));
    assert.match(reply.headers["cache-control"]!, control);
  }
});

test("a pinned answer is kept for long by its own address alone", async (context) => {
  const service = await startTestService(context);
  const { version } = tinyStore().dataset;
  const pins: [extensions: object, status: number, control: RegExp][] = [
    [{ dataVersion: version }, 200, /immutable$/],
    [{}, 200, /^public, max-age=15, /],
    [{ dataVersion: version.replace("0", "f") }, 200, /^no-store$/],
    [{ dataVersion: version.toUpperCase() }, 400, /^no-store$/],
    [{ dataVersion: [version] }, 400, /^no-store$/],
    [JSON.parse(`{"__proto__":{"dataVersion":"${version}"}}`), 200, /^public, max-age=15, /],
  ];
  for (const [extensions, status, control] of [...pins, ...pins.toReversed()]) {
    const reply = await service.get({ query: QUERY, extensions });
    assert.equal(reply.status, status, JSON.stringify(extensions));
    assert.match(reply.headers["cache-control"]!, control, JSON.stringify(extensions));
  }
});

test("a purge by odd tags lets go of nothing but what bears them", async (context) => {
  const service = await startTestService(context, { env: { ADMIN_KEYS } });
  await service.get({ query: QUERY });
  for (const [tags, status, outcome] of purges) {
    assert.equal(cacheOf(await service.get({ query: QUERY })), "HIT");
    const reply = await service.post(
      {
        query: "mutation ($tags: [String!]) { purgeCache(tags: $tags, soft: false) }",
        variables: { tags: JSON.parse(tags) },
      },
      { "x-api-key": "key" },
    );
    const found = json(reply).data?.purgeCache ?? codeOf(reply);
    assert.deepEqual([reply.status, found], [status, outcome], tags.slice(0, 80));
  }
  assert.equal(cacheOf(await service.get({ query: QUERY })), "MISS");
});

test("nobody purges by GET or without a key", async (context) => {
  const service = await startTestService(context, { env: { ADMIN_KEYS } });
  const query = "mutation { purgeCache(soft: false) }";
  await service.get({ query: QUERY });
  assert.equal((await service.post({ query })).status, 401);
  assert.equal((await service.get({ query }, { "x-api-key": "key" })).status, 405);
  assert.equal(
    (await service.send("/graphql", { method: "PURGE", headers: { "surrogate-key": "pulse" } })).status,
    405,
  );
  assert.equal(cacheOf(await service.get({ query: QUERY })), "HIT");
});

test("however many keys and wordings come, the cache counts itself within its budget", async (context) => {
  const budget = 1 << 20;
  const service = await startTestService(context, { env: { EDGE_CACHE_BYTES: String(budget) } });
  const measured = async (name: string) =>
    Number(new RegExp(`^${name} (\\d+)`, "m").exec((await service.send("/metrics")).body.toString())?.[1]);
  for (let at = 0; at < 600; at++) {
    const reply = await service.get({ query: `{ a${at}: __typename }` }, { accept: `*/*, a/b;v=${at}` });
    assert.equal(cacheOf(reply), "MISS");
  }
  const entries = await measured("edge_cache_entries");
  assert.ok(entries > 0 && entries < 600);
  assert.ok((await measured("edge_cache_bytes")) <= budget);
  assert.ok((await measured("edge_cache_evictions_total")) >= 600 - entries);
  for (let at = 0; at < 50; at++)
    assert.equal(
      (await service.get({ query: "{ a599: __typename }" }, { accept: `*/*, a/b;v=${at}` })).status,
      200,
    );
  assert.equal(await measured("edge_cache_entries"), entries);
});

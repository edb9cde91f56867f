import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { Lexer, Source, TokenKind } from "graphql";
import { tinyStore } from "../../schema/fixture.ts";
import { Documents, type NormalDocument } from "../documents/document.ts";
import { PersistedDocuments } from "../documents/persisted.ts";
import { startTestService, type TestService } from "../fixture.ts";
import { makeVariant } from "../representation/variants.ts";
import { keyOf, operationNamed } from "./key.ts";
import { Maker } from "./make.ts";
import { CachePolicy } from "./policy.ts";
import { EntryStore } from "./store.ts";

const TEXTS = [
  "query P($code: ID!, $metric: Metric = ACTIVITY) { place(code: $code) { code value(metric: $metric) } }",
  "query Q($first: Int = 2) { places(level: DISTRICT, first: $first) { totalCount nodes { code ... on District { state { name } } } } }",
  'query R($name: Language = EN) { a: place(code: "IN-TG") { name(language: $name) } dataset { rows } }',
];
const VARIABLES = fc.record(
  {
    code: fc.constantFrom("IN", "IN-TG", "IN-TN/chennai", "500001"),
    metric: fc.constantFrom("ACTIVITY", "ENROLMENT", "BIOMETRIC_UPDATE"),
    first: fc.constantFrom(1, 2, 3),
    name: fc.constantFrom("EN", "HI"),
    undeclared: fc.jsonValue(),
  },
  { requiredKeys: ["code"] },
);
const GAP = fc.constantFrom(" ", "\n", ",", " , ", "\t", "# note\n", "\r\n", "\ufeff");

/** The lexemes of a document, between which anything that GraphQL ignores may stand. */
function lexemesOf(text: string): string[] {
  const lexer = new Lexer(new Source(text));
  const lexemes: string[] = [];
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance())
    lexemes.push(text.slice(token.start, token.end));
  return lexemes;
}

/** The text laid out otherwise, and the variables in another order. */
const laidOut = (text: string) => {
  const lexemes = lexemesOf(text);
  const gaps = fc.array(GAP, { minLength: lexemes.length, maxLength: lexemes.length });
  return gaps.map((between) => lexemes.map((one, at) => one + between[at]).join(""));
};
const shuffled = (variables: object) =>
  fc
    .shuffledSubarray(Object.entries(variables), { minLength: Object.keys(variables).length })
    .map(Object.fromEntries);

const request = fc
  .constantFrom(...TEXTS)
  .chain((text) =>
    VARIABLES.chain((variables) => fc.record({ query: laidOut(text), variables: shuffled(variables) })),
  );

const documents = new Documents(1 << 24);
const keyOfRequest = ({ query, variables }: { query: string; variables: Record<string, unknown> }) => {
  const document = documents.read(query)!;
  const operation = operationNamed(document, undefined)!;
  return keyOf({ version: "v1", mediaType: "application/json", document, operation, variables });
};

test("equivalent documents and variables have the same key", () => {
  const pairs = fc.constantFrom(...TEXTS).chain((text) =>
    VARIABLES.chain((variables) => {
      const one = fc.record({ query: laidOut(text), variables: shuffled(variables) });
      return fc.tuple(one, one);
    }),
  );
  fc.assert(fc.property(pairs, ([a, b]) => assert.equal(keyOfRequest(a), keyOfRequest(b))));
});

test("other bytes have another tag, and so has another encoding", async () => {
  const body = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom("", "a", "b"));
  const encoding = fc.constantFrom("identity", "br", "gzip");
  const variant = fc.tuple(body, encoding);
  await fc.assert(
    fc.asyncProperty(variant, variant, async (a, b) => {
      const [one, other] = await Promise.all([a, b].map(([text, as]) => makeVariant(Buffer.from(text), as)));
      const isSame = a[0] === b[0] && a[1] === b[1];
      assert.equal(one!.etag === other!.etag, isSame);
      assert.match(one!.etag, /^"[\w-]+"$/);
    }),
  );
});

describe("requests of the service", () => {
  const env = { ADMIN_KEYS: createHash("sha256").update("key").digest("hex") };
  let service: TestService;
  before(async () => {
    service = await startTestService(null, { env });
  });
  after(() => service.stop());

  test("the same key has the same bytes, and they are those of asking anew", async () => {
    const bodies = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        const key = keyOfRequest(asked);
        const kept = (await service.get(asked)).body.toString();
        assert.equal((await service.post(asked)).body.toString(), kept);
        assert.equal(bodies.get(key) ?? kept, kept);
        bodies.set(key, kept);
      }),
      { numRuns: 60 },
    );
  });

  test("what a key opens is neither kept nor taken from what is kept, whatever is asked", async () => {
    const entries = async () =>
      /^edge_cache_entries (\d+)/m.exec((await service.send("/metrics")).body.toString())![1];
    await service.send("/graphql?query={dataset{rows}}");
    const held = await entries();
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        const { headers } = await service.get(asked, { "x-api-key": "key" });
        assert.deepEqual([headers["x-cache"], headers["cache-control"]], ["BYPASS", "private, no-store"]);
      }),
      { numRuns: 30 },
    );
    assert.equal(await entries(), held);
  });
});

test("an answer that a hint makes private has no place in the cache", () => {
  class Private extends Documents {
    override read(text: string): NormalDocument | null {
      const document = super.read(text);
      return document && { ...document, hint: { maxAge: 60, scope: "PRIVATE" } };
    }
  }
  const maker = (texts: Documents) =>
    new Maker({
      store: new EntryStore(1 << 20),
      documents: texts,
      persisted: new PersistedDocuments({
        registered: new Map(),
        only: false,
        maxBytes: 1 << 20,
        maxDocumentBytes: 1 << 16,
      }),
      policy: new CachePolicy(false),
      execute: () => Promise.reject(new Error("nothing is executed here")),
      timeout: 1000,
      filled() {},
    });
  const store = tinyStore();
  fc.assert(
    fc.property(request, ({ query, variables }) => {
      const params = {
        query,
        variables,
        documentId: undefined,
        operationName: undefined,
        extensions: undefined,
      };
      const served = { store, version: store.dataset.version, fallback: false };
      const asked = { served, mediaType: "application/json", params, admin: null } as const;
      const hidden = maker(new Private(1 << 20));
      assert.equal(hidden.slotOf(hidden.read(asked)), null);
      const open = maker(new Documents(1 << 20));
      assert.notEqual(open.slotOf(open.read(asked)), null);
    }),
  );
});

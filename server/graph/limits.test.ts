import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { getIntrospectionQuery } from "graphql";
import { EXAMPLES } from "../../schema/examples.ts";
import { codeOf, json, startTestService, type TestService } from "../fixture.ts";
import { DOCUMENT_LIMITS } from "./limits.ts";

const nested = (levels: number, field = "parent") =>
  `{ place(code: "IN") ${`{ ${field} `.repeat(levels)} { code } ${"}".repeat(levels)} }`;
const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(" ");

describe("limits", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService(null);
  });
  after(() => service.stop());

  const refused: [what: string, code: string, query: string][] = [
    ["fields nested too deep", "DEPTH_LIMIT", nested(DOCUMENT_LIMITS.depth)],
    [
      "fragments nested too deep",
      "DEPTH_LIMIT",
      `{ place(code: "IN") { ...f0 } } ${times(12, (at) => `fragment f${at} on Place { parent { ...f${at + 1} } }`)} fragment f12 on Place { code }`,
    ],
    ["aliases", "ALIAS_LIMIT", `{ ${times(61, (at) => `a${at}: dataset { rows }`)} }`],
    ["aliases of __typename", "ALIAS_LIMIT", `{ ${times(61, (at) => `a${at}: __typename`)} }`],
    [
      "aliases that fragments multiply",
      "ALIAS_LIMIT",
      `{ a: place(code: "IN") { ...f } b: place(code: "IN") { ...f } } fragment f on Place { ${times(30, (at) => `c${at}: code`)} }`,
    ],
    ["tokens", "TOKEN_LIMIT", `{ ${times(2000, () => "__typename")} }`],
    ["directives", "DIRECTIVE_LIMIT", `{ __typename ${times(21, () => "@skip(if: false)")} }`],
    ["unknown directives", "DIRECTIVE_LIMIT", `{ __typename ${times(21, () => "@nothing")} }`],
    [
      "directives of variables",
      "DIRECTIVE_LIMIT",
      `query ($a: Int ${times(21, (at) => `@d${at}`)}) { dataset { rows } }`,
    ],
    [
      "cost",
      "COST_LIMIT",
      `{ ${times(10, (at) => `a${at}: map(level: PINCODE, metric: ACTIVITY) { codes longitude latitude value }`)} }`,
    ],
  ];
  for (const [what, code, query] of refused) {
    test(`too many or too much: ${what}, one error, 400, by any way and media type`, async () => {
      const post = await service.post({ query });
      const replies = [post, await service.post({ query }, { accept: "application/graphql-response+json" })];
      if (query.length < 4000) replies.push(await service.get({ query }));
      for (const reply of replies) {
        assert.equal(reply.status, 400);
        assert.equal(codeOf(reply), code);
        const { limit, hint } = json(reply).errors[0].extensions;
        assert.ok(limit > 0 && hint.length > 0);
        assert.equal(json(reply).data, undefined);
      }
    });
  }

  test("cost goes by variables, not by literals alone", async () => {
    const query = `query ($first: Int!) { places(level: PINCODE, first: $first) { nodes { ${times(30, (at) => `a${at}: series(metric: ACTIVITY) { value }`)} } } }`;
    assert.equal((await service.post({ query, variables: { first: 1 } })).status, 200);
    const reply = await service.post({ query, variables: { first: 1000 } });
    assert.equal(codeOf(reply), "COST_LIMIT");
    const { extensions } = json(reply).errors[0];
    assert.ok(extensions.cost > extensions.limit);
  });

  test("every answer of Yoga tells what was asked for and what is allowed", async () => {
    const costs = await Promise.all(
      ["{ dataset { rows } }", "{ nonsense }", nested(20)].map(
        async (query) => json(await service.post({ query })).extensions.cost,
      ),
    );
    assert.ok(costs[0].requested > 0);
    for (const { requested, limit } of costs) assert.ok(requested >= 0 && limit > requested);
  });

  test("the limit on cost is configured", async (context) => {
    const strict = await startTestService(context, { env: { COST_LIMIT: "2" } });
    const reply = await strict.get({ query: "{ dataset { rows version source } }" });
    assert.deepEqual([codeOf(reply), json(reply).errors[0].extensions.limit], ["COST_LIMIT", 2]);
  });

  test("introspection, as GraphiQL asks for it, passes", async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      oneOf: true,
    });
    const reply = await service.post({ query });
    assert.equal(json(reply).errors, undefined);
    assert.equal(json(reply).data.__schema.queryType.name, "Query");
  });

  for (const { title, query, variables } of EXAMPLES) {
    test(`the example "${title}" passes`, async () => {
      const reply = await service.get({ query, variables });
      assert.equal(reply.status, 200);
      // The tiny store need not hold the example's places and days: that is no limit's doing.
      const codes: string[] = (json(reply).errors ?? []).map(
        ({ extensions }: { extensions: { code: string } }) => extensions.code,
      );
      assert.deepEqual(
        codes.filter((code) => code.endsWith("_LIMIT")),
        [],
      );
    });
  }
});

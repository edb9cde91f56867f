import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { EXAMPLES } from "../../schema/examples.ts";
import { startTestService, type TestService } from "../fixture.ts";
import { graphiqlAddress } from "./page.ts";

/** What makes a browser load something: attributes of the page, imports and addresses in its style. */
const LOADS = /(?:\s(?:src|href)=["']?|@import\s+["']|url\(["']?)((?:https?:)?\/\/[^"')\s]+)/g;

describe("GraphiQL", () => {
  let service: TestService;
  let page: string;
  let policy: string;
  before(async () => {
    service = await startTestService(null);
    const reply = await service.send("/graphiql?query={dataset{rows}}");
    assert.equal(reply.status, 200);
    page = reply.body.toString();
    policy = reply.headers["content-security-policy"] as string;
  });
  after(() => service.stop());

  const assets = () => [...page.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map(([, path]) => path!);

  test("the page loads from its own host alone", async () => {
    assert.deepEqual([...page.matchAll(LOADS)], []);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self';/);
    assert.doesNotMatch(policy, /https?:|\*/);
    const { headers: own } = await service.send("/graphiql");
    assert.match(own["cache-control"]!, /^public, max-age=0, s-maxage=60, stale-if-error=86400$/);
    assert.equal(assets().length, 3);
    for (const path of assets()) {
      const { status, headers, body } = await service.send(path);
      assert.equal(status, 200);
      assert.match(headers["content-type"]!, path.endsWith(".css") ? /^text\/css/ : /^text\/javascript/);
      assert.match(headers["cache-control"]!, /immutable/);
      if (path.endsWith(".css")) assert.deepEqual([...body.toString().matchAll(LOADS)], []);
    }
  });

  test("the editor's workers are files of the same host", async () => {
    const start = assets().find((path) => path.includes("/start-"))!;
    const script = (await service.send(start)).body.toString();
    const workers: Record<string, string> = JSON.parse(/const workers = (\{.*\});/.exec(script)![1]!);
    assert.deepEqual(Object.keys(workers).sort(), ["editorWorkerService", "graphql", "json"]);
    for (const path of Object.values(workers))
      assert.equal((await service.send(path, { method: "HEAD" })).status, 200);
  });

  test("every example is a link that opens it with its variables", () => {
    for (const example of EXAMPLES) {
      const address = graphiqlAddress(example);
      assert.ok(page.includes(`href="${address.replaceAll("&", "&amp;")}"`), example.title);
      const search = new URL(address, "http://host").searchParams;
      assert.equal(search.get("query"), example.query);
      assert.deepEqual(JSON.parse(search.get("variables") ?? "{}"), example.variables);
    }
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import type { ActivityStore } from "../data/activity/store.ts";
import { EXAMPLES } from "../schema/examples.ts";
import { answeredIn, ask, withSample } from "./answered.ts";

const DOCUMENTS = { "README.md": 1, "docs/analyst-guide.md": 20 };

describe("what the documents say that the graph answers, it answers (else run: npm run answers)", () => {
  let store: ActivityStore;
  const done = Promise.withResolvers<void>();
  let closed: Promise<void>;
  before(async () => {
    const opened = Promise.withResolvers<ActivityStore>();
    closed = withSample(async (sample) => {
      opened.resolve(sample);
      await done.promise;
    });
    store = await opened.promise;
  });
  after(async () => {
    done.resolve();
    await closed;
  });

  for (const [path, count] of Object.entries(DOCUMENTS)) {
    const answered = answeredIn(readFileSync(path, "utf8"));
    test(`${path} holds ${count}`, () => assert.equal(answered.length, count));
    answered.forEach(({ query, answer }, at) => {
      test(`${path}, ${at + 1}`, async () => {
        const found = await ask(store, query);
        assert.deepEqual(found, JSON.parse(answer));
        assert.equal((found as { errors?: unknown }).errors, undefined);
      });
    });
  }

  const answers: Record<string, unknown> = JSON.parse(readFileSync("tests/example-answers.json", "utf8"));
  for (const { title, query, variables } of EXAMPLES) {
    test(`GraphiQL's example "${title}"`, async () => {
      assert.deepEqual(await ask(store, query, variables), answers[title]);
    });
  }
});

test("every claim of docs/edge-cache.md is that of a test", () => {
  const claims = [
    ...readFileSync("docs/edge-cache.md", "utf8").matchAll(/\]\(\.\.\/([\w./-]+\.test\.ts)\): ([^;|]+)/g),
  ];
  assert.ok(claims.length >= 40);
  for (const [, path, title] of claims)
    assert.ok(readFileSync(path!, "utf8").includes(title!.trim()), `${path} has no test "${title!.trim()}"`);
});

test("every script that a document names exists", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const path of [
    "README.md",
    "docs/data.md",
    "docs/analyst-guide.md",
    "docs/edge-cache.md",
    "docs/alerts.md",
  ]) {
    for (const [, name] of readFileSync(path, "utf8").matchAll(/npm run ([\w:-]+)/g)) {
      if (!name!.startsWith("-")) assert.ok(name! in scripts, `${path}: ${name}`);
    }
  }
});

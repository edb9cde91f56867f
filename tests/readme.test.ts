import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { graphql } from "graphql";
import { openStore } from "../data/open.ts";
import { writeSample } from "../data/sample/ensure.ts";
import { createContext } from "../schema/context.ts";
import { schema } from "../schema/schema.ts";

const readme = readFileSync("README.md", "utf8");
const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)![1]!;

test("the README's query has the answer that stands there", async () => {
  const dir = await mkdtemp(join(tmpdir(), "pulse-readme-"));
  try {
    await writeSample(dir);
    const store = await openStore(dir);
    const result = await graphql({ schema, source: block("graphql"), contextValue: createContext(store!) });
    assert.deepEqual(JSON.parse(JSON.stringify(result)), JSON.parse(block("json")));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

test("every script that the README names exists", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const [, name] of readme.matchAll(/npm run ([\w:-]+)/g)) assert.ok(name! in scripts, name);
});

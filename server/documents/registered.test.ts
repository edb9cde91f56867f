import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startTestService } from "../fixture.ts";
import { hashOfDocument } from "./identifier.ts";
import { readManifest } from "./registered.ts";

const QUERY = "query Rows { dataset { rows } }";

describe("a manifest of documents", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pulse-manifest-"));
  });
  after(() => rm(folder, { recursive: true }));

  const write = async (content: unknown) => {
    const path = join(folder, "documents.json");
    await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  const of = (...texts: string[]) => Object.fromEntries(texts.map((text) => [hashOfDocument(text), text]));

  test("gives its documents by their hash, with the name of their operation", async () => {
    const documents = await readManifest(await write(of(QUERY, "{ dataset { version } }")));
    assert.deepEqual(documents.get(hashOfDocument(QUERY)), { text: QUERY, operation: "Rows" });
    assert.deepEqual(
      [...documents.values()].map(({ operation }) => operation),
      ["Rows", "unnamed"],
    );
  });

  const wrong: [what: string, content: unknown, message: RegExp][] = [
    ["that is no JSON", "{", /is no JSON/],
    ["that is a list", [QUERY], /must be a JSON object/],
    ["with a wrong hash", { [hashOfDocument("x")]: QUERY }, /has the SHA-256 [0-9a-f]{64}: name it by that/],
    ["with what is no text", { [hashOfDocument(QUERY)]: 5 }, /is no text/],
    ["with what is no document", of("{"), /is no document of this graph: Syntax Error/],
    ["with a field that is not there", of("{ nonsense }"), /Cannot query field "nonsense"/],
    ["of too many", Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [at, ""])), /at most 1000/],
  ];
  for (const [what, content, message] of wrong) {
    test(`${what} is refused, and so is the start`, async (context) => {
      const path = await write(content);
      await assert.rejects(readManifest(path), { code: "BAD_USER_INPUT", message });
      await assert.rejects(startTestService(context, { env: { PERSISTED_DOCUMENTS: path } }), { message });
    });
  }

  test("that is not there is an error of its own", () =>
    assert.rejects(readManifest(join(folder, "none.json")), { code: "ENOENT" }));
});

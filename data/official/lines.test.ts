import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { eachLines, LINE_LIMIT } from "./lines.ts";

/** The lines a sink is given, each long one as its first byte and a mark; the last is marked if it was cut. */
async function linesOf(content: Buffer, chunkBytes: number): Promise<string[]> {
  const seen: string[] = [];
  let at = 0;
  const source = async (into: Uint8Array) => {
    const read = content.copy(into, 0, at);
    at += read;
    return read;
  };
  const sink = {
    lines(bytes: Buffer, from: number, to: number, cut: boolean) {
      const text = bytes.toString("latin1", from, to);
      assert.ok(text.endsWith("\n"));
      for (const line of text.slice(0, -1).split("\n")) {
        seen.push(line.length > LINE_LIMIT + 1 ? `${line[0]} long` : line + (cut ? " cut" : ""));
      }
    },
    longLine(beginning: Buffer) {
      seen.push(`${beginning.toString("latin1", 0, 1)} long`);
    },
  };
  await eachLines(source, sink, chunkBytes);
  return seen;
}

test("any chunks give the same lines", async () => {
  const line = fc.oneof(
    fc.string({ unit: fc.constantFrom("a", "b", "\r"), maxLength: 5 }),
    fc.integer({ min: LINE_LIMIT - 1, max: LINE_LIMIT + 5 }).map((length) => "x".repeat(length)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 8 }),
      fc.integer({ min: 1, max: 5000 }),
      async (lines, chunk) => {
        const content = Buffer.from(lines.join("\n"));
        const expected = lines.map((text) => (text.length > LINE_LIMIT + 1 ? `${text[0]} long` : text));
        const last = expected.pop() ?? "";
        if (last !== "") expected.push(last.endsWith(" long") ? last : `${last} cut`);
        assert.deepEqual(await linesOf(content, chunk), expected);
      },
    ),
  );
});

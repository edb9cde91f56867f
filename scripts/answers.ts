// `npm run answers`: asks the sample every query of the documents and of GraphiQL's examples anew, and writes the
// answers where tests look for them.
import { readFile, writeFile } from "node:fs/promises";
import { EXAMPLES } from "../schema/examples.ts";
import { ask, BLOCKS, withSample } from "../tests/answered.ts";

const WIDTH = 116;

/** JSON that is as wide as a page allows: a value stands on one line where it fits. */
function lay(value: unknown, indent = ""): string {
  const line = JSON.stringify(value);
  if (indent.length + line.length <= WIDTH || typeof value !== "object" || value === null) return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => inner + lay(one, inner))
    : Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${lay(one, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

await withSample(async (store) => {
  for (const path of ["docs/analyst-guide.md"]) {
    const text = await readFile(path, "utf8");
    const answers = new Map<string, string>();
    for (const [, query] of text.matchAll(BLOCKS)) answers.set(query!, lay(await ask(store, query!)));
    const told = text.replaceAll(
      BLOCKS,
      (_, query) => `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${answers.get(query)}\n\`\`\``,
    );
    await writeFile(path, told);
  }
  const examples: Record<string, unknown> = {};
  for (const { title, query, variables } of EXAMPLES) examples[title] = await ask(store, query, variables);
  await writeFile("tests/example-answers.json", `${lay(examples)}\n`);
});

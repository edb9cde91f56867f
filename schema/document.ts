// `node schema/document.ts`: writes docs/api.md from the graph.
import { readFile, writeFile } from "node:fs/promises";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";
import { EXAMPLES } from "./examples.ts";
import { schema } from "./schema.ts";

export const API_FILE = new URL("../docs/api.md", import.meta.url);

const PREFACE = `# The graph

Every field, argument and type, written from the schema by \`npm run schema\`. Answers come from \`/graphql\`, by GET or
POST; GraphiQL at \`/graphiql\` knows all of this too. What an error's code means: [errors.md](errors.md). Twenty
questions with their answers: [analyst-guide.md](analyst-guide.md).

**Deprecation.** Nothing is renamed or narrowed within a major version. What is to go is marked \`@deprecated\` with what
to use instead, stays for two releases at least, and a test compares the graph with the last release's.
`;

const cell = (text: string | null | undefined) => (text ?? "").replaceAll("|", "\\|").replaceAll("\n", " ");
const code = (text: unknown) => `\`${String(text)}\``;
const anchor = (name: string) => name.toLowerCase();

function linked(type: string): string {
  const name = type.replaceAll(/[[\]!]/g, "");
  const known = schema.getType(name);
  return known === undefined || isSpecifiedScalarType(known)
    ? code(type)
    : `[${code(type)}](#${anchor(name)})`;
}

function argumentLines(args: readonly GraphQLArgument[]): string[] {
  return args.map(({ name, type, defaultValue, description }) => {
    const usual = defaultValue === undefined ? "" : ` (default ${code(JSON.stringify(defaultValue))})`;
    return `- ${code(name)}: ${linked(String(type))}${usual} – ${cell(description)}`;
  });
}

function fieldRows(fields: readonly GraphQLField<unknown, unknown>[]): string[] {
  const rows = fields.map(({ name, type, args, description }) => {
    const listed = args.map((one) => `${code(one.name)} ${cell(one.description)}`).join(" ");
    return `| ${code(name)} | ${linked(String(type))} | ${cell(description)}${listed === "" ? "" : ` ${listed}`} |`;
  });
  return ["| field | type | meaning |", "| --- | --- | --- |", ...rows];
}

/** The first example that asks the field, as GraphiQL offers it. */
function exampleOf(field: string): string[] {
  const example = EXAMPLES.find(({ query }) => new RegExp(`^  ${field}\\b`, "m").test(query));
  if (example === undefined) return [];
  return [
    "",
    `For example, ${example.explanation[0]!.toLowerCase()}${example.explanation.slice(1)}`,
    "",
    "```graphql",
    example.query,
    "```",
  ];
}

function rootSection(field: GraphQLField<unknown, unknown>): string {
  const args = argumentLines(field.args);
  return [
    `### ${field.name}`,
    "",
    `${linked(String(field.type))} – ${cell(field.description)}`,
    ...(args.length === 0 ? [] : ["", ...args]),
    ...exampleOf(field.name),
  ].join("\n");
}

function typeSection(type: GraphQLNamedType): string {
  const head = [`### ${type.name}`, "", cell(type.description), ""];
  if (isEnumType(type)) {
    return [
      ...head,
      ...type.getValues().map(({ name, description }) => `- ${code(name)} – ${cell(description)}`),
    ].join("\n");
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()) as unknown as GraphQLArgument[];
    return [...head, ...argumentLines(fields)].join("\n");
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    return [...head, ...fieldRows(Object.values(type.getFields()))].join("\n");
  }
  return head.join("\n").trimEnd();
}

/** docs/api.md as the graph stands. */
export function documentGraph(): string {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type != null);
  const types = Object.values(schema.getTypeMap())
    .filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !roots.includes(type as never),
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const of = (keep: (type: GraphQLNamedType) => boolean) => types.filter(keep).map(typeSection);
  const sections = [
    ...roots.flatMap((root) => [
      `## ${root.name === "Query" ? "Questions" : "Changes"}`,
      ...Object.values(root.getFields()).map(rootSection),
    ]),
    "## Types",
    ...of((type) => isObjectType(type) || isInterfaceType(type)),
    "## Arguments",
    ...of(isInputObjectType),
    "## Values",
    ...of(isEnumType),
    ...of(isScalarType),
  ];
  return `${PREFACE}\n${sections.join("\n\n")}\n`;
}

if (import.meta.main) await writeFile(API_FILE, documentGraph());

/** docs/api.md as it is kept. */
export const readDocument = (): Promise<string> => readFile(API_FILE, "utf8");

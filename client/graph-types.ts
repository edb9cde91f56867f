import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { minifyIntrospection, outputIntrospectionFile } from "gql.tada/internal";
import { buildSchema, introspectionFromSchema } from "graphql";
import type { Plugin } from "vite";

const SCHEMA = fileURLToPath(new URL("../schema/schema.graphql", import.meta.url));
const FOLDER = fileURLToPath(new URL("generated/", import.meta.url));

/** Writes generated/graph.d.ts, from which every operation takes its types: the printed schema, seen by TypeScript. */
function writeGraphTypes(): void {
  const schema = buildSchema(readFileSync(SCHEMA, "utf8"));
  const introspection = minifyIntrospection(introspectionFromSchema(schema));
  const types = outputIntrospectionFile(introspection, { fileType: ".d.ts", shouldPreprocess: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}graph.d.ts`, types);
}

/** A Vite plugin that keeps the operations' types in step with the schema. */
export function graphTypes(): Plugin {
  return { name: "graph-types", buildStart: writeGraphTypes };
}

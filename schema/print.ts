import { writeFile } from "node:fs/promises";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "./schema.ts";

/** Where the printed graph is kept for clients and for review. */
export const SDL_FILE = new URL("./schema.graphql", import.meta.url);

/** The graph in the schema definition language, sorted by name, with descriptions. */
export function printGraph(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

if (import.meta.main) await writeFile(SDL_FILE, printGraph());

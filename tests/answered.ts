import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphql } from "graphql";
import type { ActivityStore } from "../data/activity/store.ts";
import { openStore } from "../data/open.ts";
import { writeSample } from "../data/sample/ensure.ts";
import { createContext } from "../schema/context.ts";
import { schema } from "../schema/schema.ts";

/** A query of a document, and the answer that stands under it. */
export interface Answered {
  readonly query: string;
  readonly answer: string;
}

/** In Markdown: a query's block followed by its answer's. */
export const BLOCKS = /```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;

/** The queries of a document in Markdown with their answers. */
export function answeredIn(markdown: string): Answered[] {
  return [...markdown.matchAll(BLOCKS)].map(([, query, answer]) => ({ query: query!, answer: answer! }));
}

/** The sample's store, for as long as `use` runs. */
export async function withSample<T>(use: (store: ActivityStore) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "pulse-answered-"));
  try {
    await writeSample(dir);
    return await use((await openStore(dir))!);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** What the graph answers, as JSON has it. */
export async function ask(
  store: ActivityStore,
  source: string,
  variableValues: object = {},
): Promise<unknown> {
  const contextValue = createContext(store);
  const values = { ...variableValues };
  return JSON.parse(JSON.stringify(await graphql({ schema, source, contextValue, variableValues: values })));
}

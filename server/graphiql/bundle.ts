import { createHash } from "node:crypto";
import { graphiqlPage, PAGE_STYLE } from "./page.ts";
import { startScript } from "./start.ts";

/** Where GraphiQL's page is served; what it loads lies under it, named by hash. */
export const PAGE = "/graphiql";

export interface BundleFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** GraphiQL as Yoga packages it, as files of our own: the page and all that it loads. */
export async function makeBundle(): Promise<BundleFile[]> {
  const { js, css, editorWorkerService, jsonWorker, graphqlWorker } = await import(
    "@graphql-yoga/render-graphiql/graphiql"
  );
  const files: BundleFile[] = [];
  const encoder = new TextEncoder();
  const add = (name: string, ending: string, text: string): string => {
    const hash = createHash("sha256").update(text).digest("base64url").slice(0, 12);
    const path = `${PAGE}/${name}-${hash}.${ending}`;
    files.push({ path, bytes: encoder.encode(text) });
    return path;
  };
  const start = startScript({
    editorWorkerService: add("editor-worker", "js", editorWorkerService),
    json: add("json-worker", "js", jsonWorker),
    graphql: add("graphql-worker", "js", graphqlWorker),
  });
  const page = graphiqlPage({
    style: add("graphiql", "css", css + PAGE_STYLE),
    library: add("graphiql", "js", js),
    start: add("start", "js", start),
  });
  return [...files, { path: PAGE, bytes: encoder.encode(page) }];
}

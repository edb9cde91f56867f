import { EXAMPLES } from "../../schema/examples.ts";

/** Addresses of the editor's workers by the label it asks for them with. */
export type Workers = Readonly<Record<"editorWorkerService" | "json" | "graphql", string>>;

/**
 * The script that starts GraphiQL: a query and variables in the page's address open in a tab; a first visit
 * finds a tab for each example.
 */
export function startScript(workers: Workers): string {
  const options = {
    title: "Pulse of Bharat",
    endpoint: "/graphql",
    shouldPersistHeaders: false,
    defaultTabs: EXAMPLES.map(({ query, variables }) => ({
      query,
      variables: JSON.stringify(variables, null, 2),
    })),
  };
  return `"use strict";
const workers = ${JSON.stringify(workers)};
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_, label) => new URL(workers[label] ?? workers.editorWorkerService, location.href).href,
};
const variables = new URLSearchParams(location.search).get("variables");
YogaGraphiQL.renderYogaGraphiQL(document.getElementById("root"), {
  ...${JSON.stringify(options)},
  ...(variables === null ? {} : { variables }),
});
`;
}

import { EXAMPLES } from "../../schema/examples.ts";

/** Addresses of the editor's workers by the label it asks for them with. */
export type Workers = Readonly<Record<"editorWorkerService" | "json" | "graphql", string>>;

/**
 * The script that starts GraphiQL: a query and variables in the page's address open in a tab; a first visit
 * finds the first example. Its button makes an address of the query and variables that are open.
 */
export function startScript(workers: Workers): string {
  const options = {
    title: "Pulse of Bharat",
    endpoint: "/graphql",
    shouldPersistHeaders: false,
    defaultTabs: EXAMPLES.slice(0, 1).map(({ query, variables }) => ({
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
function addressOfOpenTab() {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem("graphiql:tabState"));
  const { query, variables } = tabs[activeTabIndex];
  const search = new URLSearchParams({ query: query ?? "" });
  if (variables && variables.trim() !== "{}") search.set("variables", variables);
  return "/graphiql?" + search;
}
const shared = document.getElementById("shared");
document.getElementById("share").addEventListener("click", async () => {
  history.replaceState(null, "", addressOfOpenTab());
  try {
    await navigator.clipboard.writeText(location.href);
    shared.textContent = "Copied.";
  } catch {
    shared.textContent = "The link is in the address bar.";
  }
});
const examples = document.getElementById("examples");
document.addEventListener("click", ({ target }) => {
  if (!examples.contains(target)) examples.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") examples.open = false;
});
`;
}

import { EXAMPLES, type Example } from "../../schema/examples.ts";

/** Addresses of what the page loads. */
export interface PageAssets {
  readonly style: string;
  readonly library: string;
  readonly start: string;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);

/** The address at which GraphiQL opens with this query; what the dashboard links to, too. */
export function graphiqlAddress({ query, variables }: Pick<Example, "query" | "variables">): string {
  const search = new URLSearchParams({ query });
  if (Object.keys(variables).length > 0) search.set("variables", JSON.stringify(variables, null, 2));
  return `/graphiql?${search}`;
}

const link = (example: Example) =>
  `<li><a href="${escapeHtml(graphiqlAddress(example))}" title="${escapeHtml(example.explanation)}">${escapeHtml(example.title)}</a></li>`;

/** The GraphiQL page: a bar of examples over the editor. It names no other host. */
export function graphiqlPage({ style, library, start }: PageAssets): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pulse of Bharat: GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
</head>
<body>
<nav aria-label="Example queries">
<a href="/">Pulse of Bharat</a>
<span>Examples</span>
<ul>${EXAMPLES.map(link).join("\n")}</ul>
</nav>
<noscript>GraphiQL needs JavaScript. The graph answers without it, at /graphql?query=…</noscript>
<div id="root"></div>
<script src="${library}"></script>
<script src="${start}"></script>
</body>
</html>
`;
}

/** Laid over GraphiQL's own style: the bar of examples above, the editor in the room that is left. */
export const PAGE_STYLE = `
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: #fff; color: #1b2733; }
#root { flex: 1; min-height: 0; overflow: hidden; }
#root .graphiql-container { height: 100%; }
nav { display: flex; gap: 0.5rem 1rem; align-items: baseline; padding: 0.5rem 1rem; overflow-x: auto;
  white-space: nowrap; font: 14px/1.5 system-ui, sans-serif; border-bottom: 1px solid #c9d1d9; }
nav a { color: #0b5394; }
nav > a { font-weight: 600; text-decoration: none; }
nav span { color: #57606a; }
nav ul { display: flex; gap: 1rem; margin: 0; padding: 0; list-style: none; }
noscript { padding: 1rem; }
@media (prefers-color-scheme: dark) {
  body { background: #212a3b; color: #e6edf3; }
  nav { border-color: #3b4657; }
  nav a { color: #8cc1ff; }
  nav span { color: #a9b4c2; }
}
`;

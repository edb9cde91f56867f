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
  `<li><a href="${escapeHtml(graphiqlAddress(example))}">${escapeHtml(example.title)}<small>${escapeHtml(example.explanation)}</small></a></li>`;

/** The GraphiQL page: a menu of examples and a link to share over the editor. It names no other host. */
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
<nav aria-label="GraphiQL">
<a href="/">Pulse of Bharat</a>
<details id="examples">
<summary>Examples</summary>
<ul>${EXAMPLES.map(link).join("\n")}</ul>
</details>
<button id="share" type="button">Copy link to this query</button>
<span id="shared" role="status"></span>
</nav>
<noscript>GraphiQL needs JavaScript. The graph answers without it, at /graphql?query=…</noscript>
<div id="root"></div>
<script src="${library}"></script>
<script src="${start}"></script>
</body>
</html>
`;
}

/** Laid over GraphiQL's own style: the bar above, the editor in the room that is left. */
export const PAGE_STYLE = `
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: #fff; color: #1b2733; }
#root { flex: 1; min-height: 0; overflow: hidden; }
#root .graphiql-container { height: 100%; }
nav { display: flex; gap: 0.5rem 1.5rem; align-items: baseline; padding: 0.5rem 1rem; flex-wrap: wrap;
  font: 14px/1.5 system-ui, sans-serif; border-bottom: 1px solid #c9d1d9; }
nav a { color: #0b5394; text-decoration: none; }
nav > a { font-weight: 600; }
nav details { position: relative; }
nav summary, nav button { cursor: pointer; color: #0b5394; font: inherit; }
nav button { border: 0; padding: 0; background: none; text-decoration: underline; }
nav ul { position: absolute; z-index: 9; top: 1.75rem; left: 0; width: min(34rem, calc(100vw - 2rem)); max-height: 75vh;
  overflow-y: auto; margin: 0; padding: 0.25rem 0; list-style: none; background: #fff; border: 1px solid #c9d1d9;
  border-radius: 6px; box-shadow: 0 8px 24px rgb(0 0 0 / 18%); }
nav li a { display: block; padding: 0.375rem 0.875rem; }
nav li a:hover, nav li a:focus-visible { background: #eef3f8; }
nav small { display: block; color: #57606a; font-size: 12px; }
nav span { color: #57606a; }
@media (max-width: 40rem) { nav ul { position: fixed; top: 5rem; left: 1rem; } }
noscript { padding: 1rem; }
@media (prefers-color-scheme: dark) {
  body { background: #212a3b; color: #e6edf3; }
  nav { border-color: #3b4657; }
  nav a, nav summary, nav button { color: #8cc1ff; }
  nav ul { background: #212a3b; border-color: #3b4657; }
  nav li a:hover, nav li a:focus-visible { background: #2d384c; }
  nav span, nav small { color: #a9b4c2; }
}
`;

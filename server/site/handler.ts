import { Fault } from "../../data/fault.ts";
import type { CachePolicy } from "../edge/policy.ts";
import type { Exchange } from "../http/exchange.ts";
import { sendText } from "../http/json.ts";
import { methodRefusal } from "../http/refusal.ts";
import { pageHeaders } from "../http/security.ts";
import type { ServedDataset } from "../served.ts";
import type { Site } from "./site.ts";

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pulse of Bharat: the dashboard is not built</title>
<h1>The dashboard is not built yet</h1>
<p>Build it with <code>npm run build:client</code> (<code>npm start</code> does so by itself), then start the
service again. The graph is served all the same, at <a href="/graphiql">/graphiql</a>.</p>
</html>
`;

/** Answers with the dashboard's page and files; anything else is not found. */
export function siteHandler(
  dataset: ServedDataset,
  policy: CachePolicy,
  site: () => Site,
): (exchange: Exchange) => Promise<void> {
  return async (exchange) => {
    const { path } = exchange;
    const { page, files } = site();
    const isPage = path === "/";
    const content = isPage ? page?.content(dataset.current, policy) : files.get(path);
    if (content === undefined && !isPage) {
      throw new Fault("NOT_FOUND", "Nothing is served here. The graph is at /graphql, the dashboard at /.");
    }
    exchange.route = isPage ? "page" : "asset";
    if (!exchange.isRead) throw methodRefusal(exchange.request.method, "GET, HEAD");
    if (content !== undefined) return content.send(exchange);
    sendText(exchange, 503, "text/html; charset=utf-8", NOT_BUILT, pageHeaders());
  };
}

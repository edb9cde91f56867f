import type { CachePolicy } from "../edge/policy.ts";
import { tagHeaders, tagsOf } from "../edge/tags.ts";
import { Content } from "../http/content.ts";
import type { Exchange } from "../http/exchange.ts";
import { servedNow } from "../http/loading.ts";
import { methodRefusal } from "../http/refusal.ts";
import type { Served, ServedDataset } from "../served.ts";

/** As of all that changes with the dataset served: a cache asks again soon. */
const HINT = { maxAge: 15, scope: "PUBLIC" } as const;

function contentOf({ store: { dataset }, version }: Served, policy: CachePolicy): Content {
  const { quality, ...about } = dataset;
  return new Content(
    Buffer.from(`${JSON.stringify({ ...about, quality }, null, 2)}\n`),
    "application/json; charset=utf-8",
    [
      ...policy.headers(HINT),
      ...tagHeaders(tagsOf({ version, types: ["Dataset"], states: [] })),
      "Content-Disposition",
      `attachment; filename="pulse-of-bharat-quality-${version}.json"`,
      "X-Data-Version",
      version,
    ],
  );
}

/** Answers with the whole quality report of the dataset served, and what dataset it is of, as a JSON file. */
export function qualityHandler(
  dataset: ServedDataset,
  policy: CachePolicy,
): (exchange: Exchange) => Promise<void> {
  let of: Served | null = null;
  let content: Content | null = null;
  return async (exchange) => {
    if (!exchange.isRead) throw methodRefusal(exchange.request.method, "GET, HEAD");
    const served = servedNow(dataset);
    if (of !== served) [of, content] = [served, contentOf(served, policy)];
    return content!.send(exchange);
  };
}

import { createHash } from "node:crypto";
import type { CachePolicy } from "../edge/policy.ts";
import { tagHeaders, tagsOf } from "../edge/tags.ts";
import { Content } from "../http/content.ts";
import { pageHeaders } from "../http/security.ts";
import type { Served } from "../served.ts";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/** What script-src must name so that the page's own inline scripts run, and no others. */
export function scriptSources(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(([, script]) =>
    createHash("sha256").update(script!).digest("base64"),
  );
  return ["'self'", ...hashes.map((hash) => `'sha256-${hash}'`)].join(" ");
}

/** The page with the version of the dataset served in it, so that what it asks may be kept as long as that is served. */
function withVersion(html: string, version: string): string {
  return html.replace("</head>", `<meta name="data-version" content="${version}" />\n  </head>`);
}

/** The dashboard's page. */
export class Page {
  readonly #html: string;
  #of: Served | null = null;
  #content: Content | null = null;

  constructor(html: string) {
    this.#html = html;
  }

  /** The page as it is while this dataset is served, or none yet. */
  content(served: Served | null, policy: CachePolicy): Content {
    if (this.#content === null || this.#of !== served) {
      this.#of = served;
      this.#content = this.#make(served, policy);
    }
    return this.#content;
  }

  #make(served: Served | null, policy: CachePolicy): Content {
    const html = served === null ? this.#html : withVersion(this.#html, served.version);
    const tags =
      served === null ? [] : tagHeaders(tagsOf({ version: served.version, types: [], states: [] }));
    const security = pageHeaders({ "script-src": scriptSources(this.#html) });
    const caching = served === null ? ["Cache-Control", "no-cache"] : policy.page();
    return new Content(Buffer.from(html), "text/html; charset=utf-8", [...caching, ...tags, ...security]);
  }
}

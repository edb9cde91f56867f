import type { About } from "./entry.ts";
import { CachePolicy } from "./policy.ts";
import { tagsOf } from "./tags.ts";

/** What an entry of a small public answer is of. */
export function about(version = "v1", states: readonly string[] = []): About {
  return {
    mediaType: "application/json",
    version,
    hint: { maxAge: 60, scope: "PUBLIC" },
    policy: new CachePolicy(false),
    tags: tagsOf({ version, types: ["Dataset"], states }),
    operation: "adhoc",
    asked: JSON.stringify({ query: "{ dataset { version } }" }),
  };
}

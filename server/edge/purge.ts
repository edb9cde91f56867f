import { Fault } from "../../data/fault.ts";
import type { CachesInFront } from "./front.ts";
import type { EntryStore } from "./store.ts";
import { ALL, isTag, reachOf, TAGS_THERE_ARE } from "./tags.ts";

/** Tags that one purge may name. */
const MOST = 100;

/** Which answers to let go of, and how. */
export interface Purge {
  /** Those that bear one of these; null for all. */
  readonly tags: readonly string[] | null;
  /** Whether each may stand in once more while it is made anew. */
  readonly soft: boolean;
}

function checkTags(tags: readonly string[]): void {
  if (tags.length === 0 || tags.length > MOST)
    throw new Fault("BAD_USER_INPUT", `Name 1 to ${MOST} tags, or leave them out to purge everything.`);
  const wrong = tags.find((tag) => !isTag(tag));
  if (wrong === undefined) return;
  throw new Fault(
    "BAD_USER_INPUT",
    `${JSON.stringify(wrong.slice(0, 100))} is no tag: there are ${TAGS_THERE_ARE}.`,
  );
}

/**
 * Lets go of answers, here and in the caches in front.
 * @returns how many were held here
 * @throws Fault BAD_USER_INPUT where a tag is none; PURGE_FAILED where a cache in front holds on to them
 */
export async function purge(store: EntryStore, front: CachesInFront, { tags, soft }: Purge): Promise<number> {
  if (tags !== null) checkTags(tags);
  const reach = reachOf(tags ?? [ALL]);
  const matches = (entry: { readonly tags: readonly string[] }) => entry.tags.some((tag) => reach.has(tag));
  const count = soft ? store.expire(matches) : store.remove(matches);
  const failed = await front.purge(reach, soft);
  if (failed.length === 0) return count;
  throw new Fault(
    "PURGE_FAILED",
    `${count} answers are purged here, but not in ${failed.join(", ")}: the log says why. Purge again.`,
  );
}

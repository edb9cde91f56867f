import { AdminKeys } from "../auth/keys.ts";
import type { CachesInFront } from "../edge/front.ts";
import { purge } from "../edge/purge.ts";
import type { EntryStore } from "../edge/store.ts";
import type { Administration } from "../graph/handler.ts";
import type { Reloader } from "../reload/reloader.ts";
import type { Log } from "../telemetry/log.ts";

export interface AdministrationParts {
  /** SHA-256 of each key. */
  readonly keys: readonly string[];
  readonly reloader: Reloader;
  readonly store: EntryStore;
  readonly front: CachesInFront;
  readonly log: Log;
  /** Told how many answers a purge let go of. */
  readonly purged: (count: number) => void;
}

/** What administrators may do; each purge is logged with who asked for it. */
export function administer(parts: AdministrationParts): Administration {
  const { keys, reloader, store, front, log, purged } = parts;
  return {
    keys: new AdminKeys(keys),
    adminOf: (bearer) => ({
      reloadDataset: async () => (await reloader.reload("mutation")).dataset,
      async purgeCache(tags, soft) {
        const answers = await purge(store, front, { tags, soft });
        purged(answers);
        log.info({ ...bearer, tags: tags ?? "all", soft, answers }, "purged");
        return answers;
      },
    }),
  };
}

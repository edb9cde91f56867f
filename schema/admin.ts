import { Fault } from "../data/fault.ts";
import { builder } from "./builder.ts";
import type { Admin } from "./context.ts";
import { Dataset } from "./dataset.ts";

/** Opening a snapshot takes about as long as this many fields; answers that are purged must be made again. */
const RELOAD_COST = 10_000;
const PURGE_COST = 1_000;

function adminOf(admin: Admin | null): Admin {
  if (admin !== null) return admin;
  throw new Fault(
    "UNAUTHORIZED",
    "This needs an API key with scope ADMIN, sent as `Authorization: Bearer KEY`. Keys are those whose SHA-256 ADMIN_KEYS lists.",
  );
}

builder.mutationType({
  description: "What an administrator may do; needs an API key with scope ADMIN.",
  fields: (t) => ({
    reloadDataset: t.field({
      type: Dataset,
      complexity: { field: RELOAD_COST, multiplier: 1 },
      description:
        "Serves the data folder's current snapshot, if it is not served already, without interrupting anybody: the dataset then served. DATA_NOT_READY where it cannot be opened; the present one stays.",
      resolve: (_root, _args, { admin }) => adminOf(admin).reloadDataset(),
    }),
    purgeCache: t.int({
      complexity: { field: PURGE_COST, multiplier: 1 },
      description:
        "Lets go of cached answers, here and in the caches in front: how many were held here. PURGE_FAILED where a cache in front holds on to them.",
      args: {
        tags: t.arg.stringList({
          description:
            "Answers that bear one of these: pulse (all), dataset:<version>, type:<type>, state:<code>, as Surrogate-Key lists them. All of them where null.",
        }),
        soft: t.arg.boolean({
          required: true,
          defaultValue: true,
          description: "Whether each may stand in once more, marked stale, while it is made anew.",
        }),
      },
      resolve: (_root, { tags, soft }, { admin }) => adminOf(admin).purgeCache(tags ?? null, soft),
    }),
  }),
});

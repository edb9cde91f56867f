import { Fault } from "../data/fault.ts";
import { builder } from "./builder.ts";
import type { Admin } from "./context.ts";
import { Dataset } from "./dataset.ts";

/** Opening a snapshot takes about as long as this many fields. */
const RELOAD_COST = 10_000;

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
  }),
});

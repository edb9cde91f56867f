import { join } from "node:path";

/** Where a DATA_DIR keeps what: one folder a snapshot, and a pointer to the one served. */
export const layout = {
  /** Text file that names the current version. */
  current: (dataDir: string) => join(dataDir, "current"),
  snapshots: (dataDir: string) => join(dataDir, "snapshots"),
  snapshot: (dataDir: string, version: string) => join(dataDir, "snapshots", version),
};

/** Files of a snapshot's folder. */
export const FILES = {
  manifest: "manifest.json",
  activity: "activity.arrow",
  places: "places.json",
  /** What later files are added to; imports write one, the sample none, and the service reads none. */
  ledger: "ledger.arrow",
} as const;

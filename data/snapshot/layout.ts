import { join } from "node:path";

/** Where a DATA_DIR keeps what: one folder a snapshot, and a pointer to the one served. */
export const layout = {
  /** Text file that names the current version. */
  current: (dataDir: string) => join(dataDir, "current"),
  snapshots: (dataDir: string) => join(dataDir, "snapshots"),
  /** Marks of processes that use a snapshot. */
  inUse: (dataDir: string) => join(dataDir, "in-use"),
  /** Labels of a sample's planted anomalies. */
  planted: (dataDir: string, version: string) => join(dataDir, `planted-${version}.json`),
  snapshot: (dataDir: string, version: string) => join(dataDir, "snapshots", version),
};

/** Files of every snapshot's folder. */
export const FILES = {
  manifest: "manifest.json",
  activity: "activity.arrow",
  places: "places.json",
} as const;

/** A further file of an import's snapshot, which the service does not read: what later files are added to. */
export const LEDGER = "ledger.arrow";

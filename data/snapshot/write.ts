import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DatasetSource, Quality } from "../activity/dataset.ts";
import type { ActivityRows } from "../activity/rows.ts";
import { Fault } from "../fault.ts";
import { encodeRows } from "./arrow.ts";
import { FILES, LEDGER, layout } from "./layout.ts";
import { FORMAT, fileEntry, type Manifest, openManifest, sealManifest } from "./manifest.ts";
import { currentVersion } from "./versions.ts";

export interface SnapshotAbout {
  readonly source: DatasetSource;
  /** ISO 8601 time of the writing. */
  readonly publishedAt: string;
  readonly quality: Quality;
}

export interface SnapshotExtras {
  /** What later files are added to. */
  readonly ledger?: Uint8Array;
  /** The version these rows were made from, and which must still be the current one. */
  readonly follows?: string;
}

async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function pointTo(dataDir: string, version: string): Promise<void> {
  const draft = `${layout.current(dataDir)}.${randomUUID()}`;
  await writeDurably(draft, `${version}\n`);
  await rename(draft, layout.current(dataDir));
}

/** Puts a finished folder in its place; one already there, of the same version, gives way at once. */
async function replaceFolder(draft: string, home: string): Promise<void> {
  const old = `${draft}-old`;
  await rename(home, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(draft, home);
  await rm(old, { recursive: true, force: true });
}

/** The current snapshot's manifest where there is a sound one. */
async function currentManifest(dataDir: string): Promise<Manifest | null> {
  try {
    const version = await currentVersion(dataDir);
    if (version === null) return null;
    const path = join(layout.snapshot(dataDir, version), FILES.manifest);
    return openManifest(await readFile(path, "utf8"), path);
  } catch {
    return null;
  }
}

async function refuseOvertaken(dataDir: string, follows: string): Promise<void> {
  const current = await currentManifest(dataDir);
  if (current?.version === follows) return;
  throw new Fault(
    "BAD_USER_INPUT",
    `The current snapshot is ${current?.version ?? "gone or damaged"}, no longer ${follows}, which was to be added to. Run the command again.`,
  );
}

function sameContent(a: Manifest, b: Manifest): boolean {
  const essence = ({ source, files, quality }: Manifest) => JSON.stringify([source, files, quality]);
  return essence(a) === essence(b);
}

/**
 * Writes the rows as an immutable snapshot and makes it the current one; readers see the old or the new, whole.
 * Where the current one holds the very same rows, source and quality, it stays, publishedAt included.
 *
 * @returns the version now current
 * @throws Fault BAD_USER_INPUT where there are no rows, or another version than the one they follow is current;
 *   file-system errors as they come, with nothing half-written
 */
export async function writeSnapshot(
  dataDir: string,
  rows: ActivityRows,
  about: SnapshotAbout,
  { ledger, follows }: SnapshotExtras = {},
): Promise<string> {
  if (rows.date.length === 0) throw new Fault("BAD_USER_INPUT", "A snapshot needs at least one row.");
  const activity = encodeRows(rows);
  const places = Buffer.from(JSON.stringify({ districts: rows.districts, pincodes: rows.pincodes }));
  const manifest = sealManifest({
    format: FORMAT,
    byteOrder: "little",
    ...about,
    rows: rows.date.length,
    files: {
      activity: fileEntry(activity),
      places: fileEntry(places),
      ...(ledger && { ledger: fileEntry(ledger) }),
    },
  });
  const current = await currentManifest(dataDir);
  if (current !== null && sameContent(current, manifest)) return current.version;

  const home = layout.snapshot(dataDir, manifest.version);
  const draft = join(layout.snapshots(dataDir), `.draft-${randomUUID()}`);
  await mkdir(draft, { recursive: true });
  try {
    await writeDurably(join(draft, FILES.activity), activity);
    await writeDurably(join(draft, FILES.places), places);
    if (ledger !== undefined) await writeDurably(join(draft, LEDGER), ledger);
    await writeDurably(join(draft, FILES.manifest), JSON.stringify(manifest, null, 1));
    if (follows !== undefined) await refuseOvertaken(dataDir, follows);
    await replaceFolder(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  await pointTo(dataDir, manifest.version);
  return manifest.version;
}

import { type FileHandle, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ColumnTable } from "arquero";
import type { ActivityRows } from "../activity/rows.ts";
import { Fault } from "../fault.ts";
import { columnsOfTable, decodeTable } from "./arrow.ts";
import { FILES, LEDGER, layout } from "./layout.ts";
import { type FileEntry, fileEntry, type Manifest, openManifest } from "./manifest.ts";

export interface Snapshot {
  readonly manifest: Manifest;
  /** The rows as an Arquero table of codes; shares its memory with `rows`. */
  readonly table: ColumnTable;
  readonly rows: ActivityRows;
}

async function fill(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
    if (bytesRead === 0) return;
    at += bytesRead;
  }
}

/** A file's bytes in memory that workers can share, once they have proved to be what the manifest says. */
async function readSound(path: string, entry: FileEntry): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size !== entry.bytes) {
      throw new Fault("DATA_NOT_READY", `${path} is damaged: ${size} bytes, expected ${entry.bytes}.`);
    }
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    await fill(file, bytes);
    if (fileEntry(bytes).sha256 !== entry.sha256) {
      throw new Fault("DATA_NOT_READY", `${path} is damaged: its SHA-256 is not the manifest's.`);
    }
    return bytes;
  } finally {
    await file.close();
  }
}

/**
 * The bytes of a snapshot's ledger; null where it has none.
 * @throws Fault DATA_NOT_READY where they are damaged; file-system errors as they come
 */
export async function readLedger(dataDir: string, { version, files }: Manifest): Promise<Uint8Array | null> {
  if (files.ledger === undefined) return null;
  return readSound(join(layout.snapshot(dataDir, version), LEDGER), files.ledger);
}

/**
 * Loads one snapshot whole, its columns as views of the file's bytes.
 * @throws Fault DATA_NOT_READY naming the damaged file; file-system errors as they come
 */
export async function readSnapshot(dataDir: string, version: string): Promise<Snapshot> {
  const folder = layout.snapshot(dataDir, version);
  const path = join(folder, FILES.manifest);
  const manifest = openManifest(await readFile(path, "utf8"), path);
  const [activity, places] = await Promise.all([
    readSound(join(folder, FILES.activity), manifest.files.activity),
    readSound(join(folder, FILES.places), manifest.files.places),
  ]);
  const codes: Pick<ActivityRows, "districts" | "pincodes"> = JSON.parse(Buffer.from(places).toString());
  const table = decodeTable(activity);
  return { manifest, table, rows: { ...codes, ...columnsOfTable(table) } };
}

import { createHash } from "node:crypto";
import type { DatasetSource, Quality } from "../activity/dataset.ts";
import { Fault } from "../fault.ts";

/** Raised whenever a reader of today could not read a snapshot of tomorrow. */
export const FORMAT = 1;

export interface FileEntry {
  readonly bytes: number;
  readonly sha256: string;
}

/** What a snapshot's folder holds, told by the folder itself; small enough to read before anything else. */
export interface Manifest {
  readonly format: number;
  /** Of the columns' integers; readers map them straight into memory. */
  readonly byteOrder: "little";
  /** First 16 hex digits of the SHA-256 of the rest of the manifest, hence of everything in the snapshot. */
  readonly version: string;
  readonly source: DatasetSource;
  readonly publishedAt: string;
  readonly rows: number;
  readonly quality: Quality;
  readonly files: Readonly<Record<"activity" | "places", FileEntry> & { ledger?: FileEntry }>;
}

/** Digest and length of a file's bytes. */
export function fileEntry(bytes: Uint8Array): FileEntry {
  return { bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function hash(content: Omit<Manifest, "version">): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}

/** A manifest with the version its content gives it. */
export function sealManifest(content: Omit<Manifest, "version">): Manifest {
  return { ...content, version: hash(content) };
}

const refuse = (why: string): never => {
  throw new Fault("DATA_NOT_READY", why);
};

/**
 * Reads a manifest's text and checks format, byte order and that the version is its content's hash.
 * @throws Fault DATA_NOT_READY saying which of them is wrong
 */
export function openManifest(text: string, where: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text);
  } catch {
    return refuse(`${where} is damaged: not JSON.`);
  }
  if (manifest?.format !== FORMAT) {
    refuse(
      `${where} has snapshot format ${manifest?.format}; this service reads format ${FORMAT}. Import again.`,
    );
  }
  if (manifest.byteOrder !== "little") {
    refuse(`${where} has byte order ${manifest.byteOrder}; this service reads little. Import again here.`);
  }
  const { version, ...content } = manifest;
  if (version !== hash(content))
    refuse(`${where} is damaged: its content does not hash to version ${version}.`);
  return manifest;
}

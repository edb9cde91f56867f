import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "../fault.ts";
import { versionsInUse } from "./in-use.ts";
import { layout } from "./layout.ts";
import { currentVersion, versionsOf } from "./versions.ts";

/** Snapshots kept where nothing else is asked for. */
export const KEPT = 3;

/** Age of a draft that no writer can be at work on any more. */
const STALE_DRAFT_MS = 24 * 3_600_000;

/**
 * How many snapshots SNAPSHOTS_KEPT asks to keep.
 * @throws Fault BAD_USER_INPUT where it is no whole number from 1 to 1000
 */
export function readKept(value: string | undefined): number {
  if (value === undefined || value.trim() === "") return KEPT;
  const kept = /^\d{1,4}$/.test(value.trim()) ? Number(value) : 0;
  if (kept >= 1 && kept <= 1000) return kept;
  throw new Fault(
    "BAD_USER_INPUT",
    `SNAPSHOTS_KEPT is "${value}"; it should be a whole number from 1 to 1000.`,
  );
}

async function removeStaleDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(layout.snapshots(dataDir))) {
    if (!name.startsWith(".draft-")) continue;
    const path = join(layout.snapshots(dataDir), name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > STALE_DRAFT_MS) await rm(path, { recursive: true, force: true });
  }
}

/**
 * Removes the oldest snapshots but for `kept` of the last written. The current one stays in any case, and so does
 * one that a process uses; what stands beside the folder of a removed one goes with it.
 * @returns the versions removed
 */
export async function pruneSnapshots(dataDir: string, kept: number): Promise<string[]> {
  const [current, versions, used] = await Promise.all([
    currentVersion(dataDir).catch(() => null),
    versionsOf(dataDir),
    versionsInUse(dataDir),
  ]);
  const others = versions.filter((version) => version !== current);
  const removed = others
    .slice(Math.max(kept - (current === null ? 0 : 1), 0))
    .filter((version) => !used.has(version));
  for (const version of removed) {
    await rm(layout.snapshot(dataDir, version), { recursive: true, force: true });
    await rm(layout.planted(dataDir, version), { force: true });
  }
  if (versions.length > 0) await removeStaleDrafts(dataDir);
  return removed;
}

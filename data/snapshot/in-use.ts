import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { layout } from "./layout.ts";

/** How often a mark says that its holder lives, and after how long without that it is taken for dead. */
const BEAT_MS = 60_000;
const DEAD_MS = 5 * BEAT_MS;

/** A process's word that it uses a snapshot, which therefore stays on disk. */
export interface UseMark {
  release(): Promise<void>;
}

/** A data folder that cannot be written cannot be pruned from here either. */
const UNMARKED: UseMark = { release: async () => {} };

/**
 * Marks a snapshot as used, until released, by a file whose time is renewed every minute. A holder that died leaves
 * a mark that counts for five minutes more: no process numbers, which mean nothing from one container to the next.
 */
export async function markUsed(dataDir: string, version: string): Promise<UseMark> {
  const path = join(layout.inUse(dataDir), `${version}.${randomUUID()}`);
  try {
    await mkdir(layout.inUse(dataDir), { recursive: true });
    await writeFile(path, "");
  } catch {
    return UNMARKED;
  }
  const beat = setInterval(() => {
    const now = new Date();
    // A mark that somebody took away is set again: the snapshot is used all the same.
    utimes(path, now, now).catch(() => writeFile(path, "").catch(() => {}));
  }, BEAT_MS);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      await rm(path, { force: true });
    },
  };
}

/** Versions that some process uses; marks of the dead are cleared away. */
export async function versionsInUse(dataDir: string): Promise<Set<string>> {
  const names = await readdir(layout.inUse(dataDir)).catch(() => []);
  const used = new Set<string>();
  for (const name of names) {
    const path = join(layout.inUse(dataDir), name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    if (age > DEAD_MS) await rm(path, { force: true });
    else used.add(name.slice(0, name.indexOf(".")));
  }
  return used;
}

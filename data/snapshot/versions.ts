import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "../fault.ts";
import { FILES, layout } from "./layout.ts";

/** A version's name, as manifests give it. */
const VERSION = /^[0-9a-f]{16}$/;

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";

/**
 * The version that DATA_DIR points to, or null where it points to none.
 * @throws Fault DATA_NOT_READY where the pointer is damaged
 */
export async function currentVersion(dataDir: string): Promise<string | null> {
  const path = layout.current(dataDir);
  let text: string;
  try {
    text = (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  if (VERSION.test(text)) return text;
  throw new Fault("DATA_NOT_READY", `${path} is damaged: it should hold a version, 16 hexadecimal digits.`);
}

/** Versions whose folders are there, whole or not, the last written first. */
export async function versionsOf(dataDir: string): Promise<string[]> {
  const names = await readdir(layout.snapshots(dataDir)).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const written = await Promise.all(
    names
      .filter((name) => VERSION.test(name))
      .map(async (version) => {
        const manifest = join(layout.snapshot(dataDir, version), FILES.manifest);
        const at = await stat(manifest).then(
          ({ mtimeMs }) => mtimeMs,
          () => 0,
        );
        return { version, at };
      }),
  );
  return written
    .toSorted((a, b) => b.at - a.at || (a.version < b.version ? -1 : 1))
    .map(({ version }) => version);
}

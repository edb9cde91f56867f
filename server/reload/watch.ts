import { type FSWatcher, watch } from "node:fs";
import { basename } from "node:path";
import { layout } from "../../data/snapshot/layout.ts";
import { currentVersion } from "../../data/snapshot/versions.ts";

/** A pointer is renamed into place in one go, but a folder's events may come in bursts. */
const SETTLE_MS = 100;

/** Where the system tells nothing of changes (network folders), looking must do. */
const LOOK_MS = 10_000;

/** After how many looks a version that was asked for and still is not served is asked for again. */
const LOOKS_TO_RETRY = 6;

export interface PointerWatch {
  readonly dataDir: string;
  /** The version served now. */
  readonly served: () => string | null;
  /** Called when the pointer names another version than the one served; again now and then while it stays so. */
  readonly changed: () => void;
  /** Milliseconds between looks where the system reports no change; ten seconds unless told. */
  readonly look?: number;
}

function watchFolder(dataDir: string, changed: () => void): FSWatcher | null {
  const name = basename(layout.current(dataDir));
  try {
    const watcher = watch(dataDir, { persistent: false }, (_, file) => {
      if (file === null || file === name) changed();
    });
    return watcher.on("error", () => watcher.close());
  } catch {
    // The system watches no more folders: looking now and then must do.
    return null;
  }
}

/** Watches DATA_DIR's pointer until the function returned is called. A pointer that names no version is passed over. */
export function watchPointer({ dataDir, served, changed, look = LOOK_MS }: PointerWatch): () => void {
  let asked: string | null = null;
  let looks = 0;
  let settling: NodeJS.Timeout | undefined;
  const check = async (): Promise<void> => {
    const version = await currentVersion(dataDir).catch(() => null);
    if (version === null || version === served()) return;
    if (version === asked && ++looks % LOOKS_TO_RETRY !== 0) return;
    if (version !== asked) looks = 0;
    asked = version;
    changed();
  };
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(check, SETTLE_MS);
    settling.unref();
  };
  const watcher = watchFolder(dataDir, settle);
  const timer = setInterval(check, look);
  timer.unref();
  settle();
  return () => {
    watcher?.close();
    clearInterval(timer);
    clearTimeout(settling);
  };
}

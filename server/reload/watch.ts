import { watch } from "node:fs";
import { basename } from "node:path";
import { layout } from "../../data/snapshot/layout.ts";
import { currentVersion } from "../../data/snapshot/versions.ts";

/** A pointer is renamed into place in one go, but a folder's events may come in bursts. */
const SETTLE_MS = 100;

/** Where the system tells nothing of changes (network folders), looking must do. */
const LOOK_MS = 10_000;

/**
 * Calls back when DATA_DIR's pointer names another version than it did; until the function returned is called.
 * @param look milliseconds between looks where the system reports no change
 */
export function watchPointer(dataDir: string, changed: () => void, look = LOOK_MS): () => void {
  let known: string | null | undefined;
  let settling: NodeJS.Timeout | undefined;
  const check = async () => {
    const version = await currentVersion(dataDir).catch(() => undefined);
    if (version === undefined || version === known) return;
    const first = known === undefined;
    known = version;
    if (!first && version !== null) changed();
  };
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(check, SETTLE_MS);
    settling.unref();
  };
  const name = basename(layout.current(dataDir));
  const watcher = watch(dataDir, { persistent: false }, (_, file) => {
    if (file === null || file === name) settle();
  });
  watcher.on("error", () => watcher.close());
  const timer = setInterval(check, look);
  timer.unref();
  void check();
  return () => {
    watcher.close();
    clearInterval(timer);
    clearTimeout(settling);
  };
}

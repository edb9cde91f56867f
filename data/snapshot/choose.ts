import { currentVersion, versionsOf } from "./versions.ts";

/** What is said of a pointer that names no version. */
export const POINTER = "current";

/**
 * What `open` gives of DATA_DIR's current snapshot or, where it throws, of the one written last before it that it
 * opens. Null where there is no snapshot at all.
 *
 * @param onDamaged told of each that was passed over and why; of the pointer itself as "current"
 * @throws the first of the errors where nothing opens
 */
export async function firstSound<T>(
  dataDir: string,
  open: (version: string) => Promise<T>,
  onDamaged: (version: string, why: unknown) => void,
): Promise<T | null> {
  const failures: { version: string; why: unknown }[] = [];
  const current = await currentVersion(dataDir).catch((why: unknown) => {
    failures.push({ version: POINTER, why });
    return null;
  });
  const others = (await versionsOf(dataDir)).filter((version) => version !== current);
  for (const version of current === null ? others : [current, ...others]) {
    try {
      const opened = await open(version);
      for (const failure of failures) onDamaged(failure.version, failure.why);
      return opened;
    } catch (why) {
      failures.push({ version, why });
    }
  }
  if (failures.length === 0) return null;
  throw failures[0]!.why;
}

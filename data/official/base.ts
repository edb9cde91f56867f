import type { ActivityRows } from "../activity/rows.ts";
import { Fault } from "../fault.ts";
import { readLedger, readSnapshot } from "../snapshot/read.ts";
import { currentVersion } from "../snapshot/versions.ts";
import type { Ledger } from "./ledger.ts";
import { decodeLedger } from "./ledger-file.ts";

/** The snapshot that files are added to. */
export interface Base {
  readonly version: string;
  readonly rows: ActivityRows;
  readonly ledger: Ledger;
}

const AGAIN = "Import all files once more, without --add.";

const refuse = (why: string): never => {
  throw new Fault("BAD_USER_INPUT", why);
};

/** What is read of a snapshot; where that is damaged, the fault says what to do. */
async function sound<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error) => {
    throw error instanceof Fault ? new Fault(error.code, `${error.message} ${AGAIN}`) : error;
  });
}

/**
 * The current snapshot of DATA_DIR, to add files to.
 * @throws Fault where there is none, it is a sample, it was written without a ledger, or it is damaged
 */
export async function loadBase(dataDir: string): Promise<Base> {
  const version = await currentVersion(dataDir);
  if (version === null) return refuse("There is no snapshot to add to yet; import without --add.");
  const { manifest, rows } = await sound(readSnapshot(dataDir, version));
  if (manifest.source === "SAMPLE") {
    return refuse("The current snapshot is the sample, whose figures are invented; import without --add.");
  }
  const bytes = await sound(readLedger(dataDir, manifest));
  if (bytes === null) {
    return refuse(
      `Snapshot ${version} does not say which lines it was made of. ${AGAIN} Later ones can then be added.`,
    );
  }
  return { version, rows, ledger: decodeLedger(bytes) };
}

import { memoryStore } from "./activity/memory-store.ts";
import type { ActivityRows } from "./activity/rows.ts";
import type { ActivityStore } from "./activity/store.ts";
import { Fault } from "./fault.ts";
import { loadGazetteer, withPincodes } from "./places/gazetteer.ts";
import type { Gazetteer } from "./places/place.ts";
import { currentVersion, readSnapshot } from "./snapshot/read.ts";

/** The district in which a pincode has most rows, for pincodes that only the data know. */
function homeDistrict(rows: ActivityRows, pincode: number): string {
  const counts = new Map<number, number>();
  for (let row = 0; row < rows.pincode.length; row++) {
    if (rows.pincode[row] !== pincode) continue;
    counts.set(rows.district[row]!, (counts.get(rows.district[row]!) ?? 0) + 1);
  }
  const [home] = [...counts].toSorted(([a, x], [b, y]) => y - x || a - b)[0]!;
  return rows.districts[home]!;
}

function refuseUnknownDistricts(rows: ActivityRows, gazetteer: Gazetteer): void {
  const unknown = rows.districts.filter((code) => gazetteer.find(code)?.level !== "DISTRICT");
  if (unknown.length === 0) return;
  const named = unknown.slice(0, 3).join(", ");
  throw new Fault(
    "DATA_NOT_READY",
    `The snapshot counts for ${unknown.length} districts that the gazetteer does not know (${named}): it was written with another gazetteer. Import again.`,
  );
}

/** The gazetteer, extended by the pincodes of the rows that it does not place. */
function gazetteerOf(rows: ActivityRows, gazetteer: Gazetteer): Gazetteer {
  const unknown = rows.pincodes.flatMap((code, index) =>
    gazetteer.find(code) === undefined ? [{ code, district: homeDistrict(rows, index) }] : [],
  );
  return unknown.length === 0 ? gazetteer : withPincodes(gazetteer, unknown);
}

/**
 * The store over DATA_DIR's current snapshot, or null where there is none.
 * @throws Fault DATA_NOT_READY where the snapshot is damaged, or of districts that the gazetteer does not know
 */
export async function openStore(dataDir: string): Promise<ActivityStore | null> {
  const version = await currentVersion(dataDir);
  if (version === null) return null;
  const { manifest, rows } = await readSnapshot(dataDir, version);
  const gazetteer = loadGazetteer();
  refuseUnknownDistricts(rows, gazetteer);
  return memoryStore(rows, gazetteerOf(rows, gazetteer), manifest);
}

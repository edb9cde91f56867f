import { type Prepared, prepare, storeOf } from "./activity/memory-store.ts";
import type { ActivityRows } from "./activity/rows.ts";
import type { ActivityStore } from "./activity/store.ts";
import { Fault } from "./fault.ts";
import { loadGazetteer, withPincodes } from "./places/gazetteer.ts";
import type { Gazetteer } from "./places/place.ts";
import { firstSound } from "./snapshot/choose.ts";
import { readSnapshot } from "./snapshot/read.ts";

/** A pincode that only the data know, and the district in which it has most rows. */
interface Stranger {
  readonly code: string;
  readonly district: string;
}

/** A snapshot read and summed up: plain data that can be passed from one thread to another. */
export interface OpenedSnapshot {
  readonly dataset: Prepared["dataset"];
  readonly tables: Omit<Prepared["tables"], "gazetteer">;
  readonly strangers: readonly Stranger[];
}

function strangersOf(rows: ActivityRows, gazetteer: Gazetteer): Stranger[] {
  const unknown = rows.pincodes.map((code) => gazetteer.find(code) === undefined);
  const counts = new Map<number, Map<number, number>>();
  for (let row = 0; row < rows.pincode.length; row++) {
    const pincode = rows.pincode[row]!;
    if (!unknown[pincode]) continue;
    const ofPincode = counts.get(pincode) ?? new Map<number, number>();
    counts.set(pincode, ofPincode);
    ofPincode.set(rows.district[row]!, (ofPincode.get(rows.district[row]!) ?? 0) + 1);
  }
  return [...counts].map(([pincode, districts]) => {
    const [home] = [...districts].toSorted(([a, x], [b, y]) => y - x || a - b)[0]!;
    return { code: rows.pincodes[pincode]!, district: rows.districts[home]! };
  });
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

/** The gazetteer, extended by the pincodes that it does not place. */
function gazetteerWith(strangers: readonly Stranger[]): Gazetteer {
  const gazetteer = loadGazetteer();
  return strangers.length === 0 ? gazetteer : withPincodes(gazetteer, strangers);
}

/**
 * Reads one snapshot and builds its cubes: all of the work of opening it.
 * @throws Fault DATA_NOT_READY where it is damaged, or of districts that the gazetteer does not know
 */
export async function openSnapshot(dataDir: string, version: string): Promise<OpenedSnapshot> {
  const { manifest, rows } = await readSnapshot(dataDir, version);
  const gazetteer = loadGazetteer();
  refuseUnknownDistricts(rows, gazetteer);
  const strangers = strangersOf(rows, gazetteer);
  const { dataset, tables } = prepare(rows, gazetteerWith(strangers), manifest);
  const { gazetteer: _, ...plain } = tables;
  return { dataset, tables: plain, strangers };
}

/** The store over a snapshot that has been opened, here or in another thread; takes a moment only. */
export function storeOver({ dataset, tables, strangers }: OpenedSnapshot): ActivityStore {
  return storeOf({ dataset, tables: { ...tables, gazetteer: gazetteerWith(strangers) } });
}

/** Told of each snapshot that could not be opened, and why. */
export type OnDamaged = (version: string, why: unknown) => void;

/**
 * The store over DATA_DIR's current snapshot; where that is damaged, over the last good one. Null where DATA_DIR
 * holds no snapshot.
 * @throws Fault DATA_NOT_READY, that of the current snapshot, where none is sound
 */
export async function openStore(
  dataDir: string,
  onDamaged: OnDamaged = () => {},
): Promise<ActivityStore | null> {
  const opened = await firstSound(dataDir, (version) => openSnapshot(dataDir, version), onDamaged);
  return opened === null ? null : storeOver(opened);
}

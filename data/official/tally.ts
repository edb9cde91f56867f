import type { Quality } from "../activity/dataset.ts";
import type { Combined } from "./combine.ts";
import type { GatheredSpelling } from "./gather.ts";
import type { MendedPlaces } from "./mended-places.ts";
import { missingDates } from "./missing-dates.ts";
import type { FileReport, MendRecord } from "./outcome.ts";
import { Rejections } from "./rejections.ts";

/** The mends, by state, district and pincode as published. */
export function listMends(
  spellings: readonly GatheredSpelling[],
  places: MendedPlaces,
  distinct: Uint32Array,
): MendRecord[] {
  const named = [...new Set(spellings.map(({ names }) => names))].toSorted();
  const ranks = new Map(named.map((names, rank) => [names, rank]));
  const keys = Float64Array.from(
    spellings,
    ({ names, pincode }) => ranks.get(names)! * 1e6 + Number(pincode),
  );
  const order = Uint32Array.from(spellings.keys()).sort((a, b) => keys[a]! - keys[b]!);
  return Array.from(order, (index) => {
    const { state, district, pincode } = spellings[index]!;
    const mend = places.mends[index]!;
    const [place, step] = "refused" in mend ? [null, mend.refused] : [mend.district, mend.step];
    return { state, district, pincode, place, step, rows: distinct[index]! };
  });
}

/** How many distinct published names were brought to another: of states, and of districts within states. */
export function countRenamed(spellings: readonly GatheredSpelling[], places: MendedPlaces) {
  const states = new Set<string>();
  const districts = new Set<string>();
  spellings.forEach(({ state, names }, index) => {
    const mend = places.mends[index]!;
    if ("refused" in mend) return;
    if (mend.stateRenamed) states.add(state);
    if (mend.districtRenamed) districts.add(names);
  });
  return { renamedStates: states.size, renamedDistricts: districts.size };
}

/** The quality of the import as a whole. */
export function summarise(
  files: readonly FileReport[],
  renamed: Pick<Quality, "renamedStates" | "renamedDistricts">,
  combined: Combined,
): Quality {
  const sum = (of: (file: FileReport) => number) => files.reduce((total, file) => total + of(file), 0);
  const rejections = new Rejections();
  for (const { reasons } of files) rejections.addAll(reasons);
  return {
    rowsRead: sum((file) => file.rowsRead),
    rowsKept: sum((file) => file.rowsKept),
    duplicates: sum((file) => file.duplicates),
    rejected: rejections.total,
    reasons: rejections.list(),
    ...renamed,
    missingDates: missingDates(combined.rows.date),
  };
}

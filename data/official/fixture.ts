import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatDay } from "../activity/day.ts";
import type { ActivityRows } from "../activity/rows.ts";
import type { Mender } from "../places/mender.ts";
import { HEADERS } from "./kinds.ts";

const DISTRICTS: Readonly<Record<string, string>> = {
  "telangana/hyderabad": "IN-TG/hyderabad",
  "andhra pradesh/hyderabad": "IN-TG/hyderabad",
  "telangana/warangal": "IN-TG/warangal",
  "tamil nadu/chennai": "IN-TN/chennai",
  "odisha/khordha": "IN-OD/khordha",
  "orissa/khordha": "IN-OD/khordha",
  'goa/north "old", goa': "IN-GA/north-goa",
};

/** A mender of a few places, by names alone, whatever their case and surrounding blanks. */
export const mendFew: Mender = (state, district) => {
  const known = DISTRICTS[`${state.trim()}/${district.trim()}`.toLowerCase()];
  if (known !== undefined) {
    const stateRenamed = ["Orissa", "Andhra Pradesh"].includes(state);
    return {
      district: known,
      step: stateRenamed ? "alias" : "exact",
      stateRenamed,
      districtRenamed: district !== district.trim(),
    };
  }
  const stateKnown = Object.keys(DISTRICTS).some((name) => name.startsWith(`${state.toLowerCase()}/`));
  return { refused: stateKnown ? "UNKNOWN_DISTRICT" : "UNKNOWN_STATE" };
};

export const ENROLMENT = HEADERS.ENROLMENT.join(",");
export const DEMOGRAPHIC = HEADERS.DEMOGRAPHIC_UPDATE.join(",");
export const BIOMETRIC = HEADERS.BIOMETRIC_UPDATE.join(",");

/** Files, by name, in a folder of their own. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "official-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows as text, one each: date, district, pincode, reports and the seven counts. */
export function rowsAsText(rows: ActivityRows): string[] {
  return Array.from(rows.date, (day, row) =>
    [
      formatDay(day),
      rows.districts[rows.district[row]!],
      rows.pincodes[rows.pincode[row]!],
      rows.reports[row],
      ...rows.counts.map((column) => column[row]),
    ].join(" "),
  );
}

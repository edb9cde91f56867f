import { readFileSync } from "node:fs";

/** A pincode as the derived file has it. */
export interface PincodeEntry {
  readonly code: string;
  /** Code of its home district. */
  readonly district: string;
  readonly name: string;
  /** Degrees, WGS 84; null where its post offices are nowhere near its district. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/**
 * The text of the file: a line per district that has pincodes, and under it a line per pincode, tabulated:
 * code, name, latitude, longitude. Written by derive/, read at start.
 */
export function formatPincodes(entries: readonly PincodeEntry[]): string {
  const byDistrict = Map.groupBy(entries, (entry) => entry.district);
  const lines = [...byDistrict]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([district, pincodes]) => [
      district,
      ...pincodes.map(({ code, name, latitude, longitude }) =>
        [code, name, latitude ?? "", longitude ?? ""].join("\t"),
      ),
    ]);
  return `${lines.join("\n")}\n`;
}

const degrees = (text: string | undefined) => (text === undefined || text === "" ? null : Number(text));

/** The entries of the file's text, sorted by code. */
export function parsePincodes(text: string): PincodeEntry[] {
  const entries: PincodeEntry[] = [];
  let district = "";
  for (const line of text.trimEnd().split("\n")) {
    const [code, name, latitude, longitude] = line.split("\t");
    if (name === undefined) district = line;
    else
      entries.push({
        code: code!,
        district,
        name,
        latitude: degrees(latitude),
        longitude: degrees(longitude),
      });
  }
  return entries.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Where the file stands. */
export const PINCODE_FILE = new URL("./files/pincodes.tsv", import.meta.url);

/** The committed pincodes, sorted by code. */
export function loadPincodes(): PincodeEntry[] {
  return parsePincodes(readFileSync(PINCODE_FILE, "utf8"));
}

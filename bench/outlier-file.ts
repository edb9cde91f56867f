import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Fault } from "../data/fault.ts";

/** The name of the column that says which rows are outliers. */
const LABEL = "label";

export interface OutlierFile {
  /** One column a feature. */
  readonly features: readonly Float64Array[];
  /** 1 for a row that is an outlier; null where the file does not say. */
  readonly label: Float64Array | null;
}

/**
 * Reads a gzipped CSV file of numbers whose header names its columns.
 * @throws Fault at the first cell that is no number
 */
export function readOutlierFile(path: string): OutlierFile {
  const [header, ...lines] = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split(/\r?\n/);
  const names = header!.split(",").map((name) => name.trim());
  const columns = names.map(() => new Float64Array(lines.length));
  for (const [row, line] of lines.entries()) {
    const cells = line.split(",");
    for (const [at, name] of names.entries()) {
      const cell = cells[at]?.trim();
      const value = cell ? Number(cell) : Number.NaN;
      if (Number.isNaN(value)) {
        const where = `line ${row + 2}, column ${name}`;
        throw new Fault("BAD_USER_INPUT", `${path}, ${where}: "${cell ?? ""}" is no number.`);
      }
      columns[at]![row] = value;
    }
  }
  const label = names.indexOf(LABEL);
  return {
    features: columns.filter((_, at) => at !== label),
    label: label < 0 ? null : columns[label]!,
  };
}

import { DATASETS, type DatasetKind } from "../activity/metric.ts";

/** The columns every published file has before its counts. */
const KEY_COLUMNS = ["date", "state", "district", "pincode"] as const;

/** The header of each dataset's files, as published. The counts stand in the order of COUNTS. */
export const HEADERS: Readonly<Record<DatasetKind, readonly string[]>> = {
  ENROLMENT: [...KEY_COLUMNS, "age_0_5", "age_5_17", "age_18_greater"],
  DEMOGRAPHIC_UPDATE: [...KEY_COLUMNS, "demo_age_5_17", "demo_age_17_"],
  BIOMETRIC_UPDATE: [...KEY_COLUMNS, "bio_age_5_17", "bio_age_17_"],
};

/** Where the fields of a file's lines stand. */
export interface Layout {
  readonly dataset: DatasetKind;
  /** `positions[i]` is the field of column i of HEADERS[dataset]. */
  readonly positions: readonly number[];
  /** Whether the columns stand in the published order. */
  readonly published: boolean;
}

/** The layout of a header's cells, whatever their case, surrounding blanks and order; null where it is none. */
export function layoutOf(cells: readonly string[]): Layout | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  for (const dataset of DATASETS) {
    const columns = HEADERS[dataset];
    const positions = columns.map((column) => names.indexOf(column));
    if (names.length !== columns.length || positions.includes(-1)) continue;
    return { dataset, positions, published: positions.every((position, index) => position === index) };
  }
  return null;
}

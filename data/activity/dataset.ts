/** OFFICIAL: imported from the authority's files. SAMPLE: generated; no figure of it is real. */
export type DatasetSource = "OFFICIAL" | "SAMPLE";

/** What the importer turned away, by reason. */
export interface QualityReason {
  /** Stable upper-case code, e.g. BAD_DATE. */
  readonly code: string;
  readonly rows: number;
  /** One offending line with its file and line number; null where none can be shown. */
  readonly example: string | null;
}

/** What the importer read, kept and turned away; rowsRead = rowsKept + duplicates + rejected. Unit: published lines. */
export interface Quality {
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Published lines equal in every field to an earlier one of the same dataset; dropped. */
  readonly duplicates: number;
  readonly rejected: number;
  readonly reasons: readonly QualityReason[];
  /** Distinct published state spellings that were brought to another name. */
  readonly renamedStates: number;
  /** Distinct published (state, district) spellings that were brought to another name. */
  readonly renamedDistricts: number;
  /** ISO dates between the first and the last report on which no dataset published anything. */
  readonly missingDates: readonly string[];
}

/** What is served: identity, coverage and quality of one snapshot. */
export interface Dataset {
  /** Content hash of the snapshot, 16 hex digits. */
  readonly version: string;
  readonly source: DatasetSource;
  /** Rows of (date, district, pincode). */
  readonly rows: number;
  /** Places with at least one row. */
  readonly pincodes: number;
  readonly districts: number;
  readonly states: number;
  /** First and last report date, ISO. */
  readonly from: string;
  readonly to: string;
  /** When the snapshot was written, ISO 8601 with time. */
  readonly publishedAt: string;
  readonly quality: Quality;
}

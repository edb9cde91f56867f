/**
 * Activity as columns: one row per (date, district, pincode), counts of the three datasets side by side.
 * Column i of every array is one row. Sorted by pincode, then district, then date; no key twice.
 */
export interface ActivityRows {
  /** District codes (IN-XX/slug), sorted: what `district` indexes. */
  readonly districts: readonly string[];
  /** Six-digit pincodes, sorted: what `pincode` indexes. */
  readonly pincodes: readonly string[];
  /** Days since 1970-01-01. */
  readonly date: Uint16Array;
  readonly district: Uint16Array;
  readonly pincode: Uint16Array;
  /** Bit d is set where dataset DATASETS[d] published a row of this key: tells zero from absent. */
  readonly reports: Uint8Array;
  /** Seven columns in the order of COUNTS. */
  readonly counts: readonly (Uint8Array | Uint16Array | Uint32Array)[];
}

/** The three published datasets. Their order gives the bit of each in a row's `reports` mask. */
export const DATASETS = ["ENROLMENT", "DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"] as const;
export type DatasetKind = (typeof DATASETS)[number];

/** The seven published counts, in the order of every table's count columns. Unit: persons in reports. */
export const COUNTS = [
  "ENROLMENT_AGE_0_5",
  "ENROLMENT_AGE_5_17",
  "ENROLMENT_AGE_18_PLUS",
  "DEMOGRAPHIC_UPDATE_AGE_5_17",
  "DEMOGRAPHIC_UPDATE_AGE_17_PLUS",
  "BIOMETRIC_UPDATE_AGE_5_17",
  "BIOMETRIC_UPDATE_AGE_17_PLUS",
] as const;
export type Count = (typeof COUNTS)[number];

/** The counts, the total of each dataset, and the grand total. */
export const METRICS = [...COUNTS, ...DATASETS, "ACTIVITY"] as const;
export type Metric = (typeof METRICS)[number];

/** Indices into COUNTS whose sum is the metric. */
export const COUNTS_OF: Readonly<Record<Metric, readonly number[]>> = {
  ENROLMENT_AGE_0_5: [0],
  ENROLMENT_AGE_5_17: [1],
  ENROLMENT_AGE_18_PLUS: [2],
  DEMOGRAPHIC_UPDATE_AGE_5_17: [3],
  DEMOGRAPHIC_UPDATE_AGE_17_PLUS: [4],
  BIOMETRIC_UPDATE_AGE_5_17: [5],
  BIOMETRIC_UPDATE_AGE_17_PLUS: [6],
  ENROLMENT: [0, 1, 2],
  DEMOGRAPHIC_UPDATE: [3, 4],
  BIOMETRIC_UPDATE: [5, 6],
  ACTIVITY: [0, 1, 2, 3, 4, 5, 6],
};

/** Which datasets (bits of `reports`) can report the metric; it is absent where none of them did. */
export const REPORTS_OF: Readonly<Record<Metric, number>> = {
  ENROLMENT_AGE_0_5: 1,
  ENROLMENT_AGE_5_17: 1,
  ENROLMENT_AGE_18_PLUS: 1,
  DEMOGRAPHIC_UPDATE_AGE_5_17: 2,
  DEMOGRAPHIC_UPDATE_AGE_17_PLUS: 2,
  BIOMETRIC_UPDATE_AGE_5_17: 4,
  BIOMETRIC_UPDATE_AGE_17_PLUS: 4,
  ENROLMENT: 1,
  DEMOGRAPHIC_UPDATE: 2,
  BIOMETRIC_UPDATE: 4,
  ACTIVITY: 7,
};

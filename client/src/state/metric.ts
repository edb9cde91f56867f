/** The three published datasets and the published counts of each. */
export const DATASETS = {
  ENROLMENT: ["ENROLMENT_AGE_0_5", "ENROLMENT_AGE_5_17", "ENROLMENT_AGE_18_PLUS"],
  DEMOGRAPHIC_UPDATE: ["DEMOGRAPHIC_UPDATE_AGE_5_17", "DEMOGRAPHIC_UPDATE_AGE_17_PLUS"],
  BIOMETRIC_UPDATE: ["BIOMETRIC_UPDATE_AGE_5_17", "BIOMETRIC_UPDATE_AGE_17_PLUS"],
} as const;

export type DatasetKind = keyof typeof DATASETS;
export type Count = (typeof DATASETS)[DatasetKind][number];
export type Metric = Count | DatasetKind | "ACTIVITY";

export const DATASET_KINDS = Object.keys(DATASETS) as DatasetKind[];
export const METRICS: readonly Metric[] = [
  "ACTIVITY",
  ...DATASET_KINDS.flatMap((kind) => [kind, ...DATASETS[kind]]),
];

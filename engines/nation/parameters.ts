/** What decides which judged days become findings. */
export interface NationParameters {
  /** Rate of false findings to hold, per level and day (Benjamini & Hochberg 1995). */
  readonly rate: number;
  /** Persons that a spike must bring at least, and that must be expected where a drop, a shift or a silence is found. */
  readonly minimumCount: number;
  /** How many times the expectation a spike must be at least, and a drop its inverse: less is noise to an officer. */
  readonly minimumRatio: number;
  /** Days without a finding that a finding may hold. */
  readonly gap: Readonly<Record<FindingKind, number>>;
}

/** What surveillance of one series by itself can find. */
export const FINDING_KINDS = ["SPIKE", "DROP", "LEVEL_SHIFT", "SILENCE"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What comparing a place with others finds beside that. */
export const SPATIAL_KINDS = [
  "SPATIAL_OUTLIER",
  "GHOST_POPULATION",
  "MASS_MOVEMENT",
  "PROFILE_OUTLIER",
] as const;
export type SpatialKind = (typeof SPATIAL_KINDS)[number];

/** What is found over the whole dataset, on no day of it. */
export const UNDATED_KINDS: readonly string[] = [
  "SPATIAL_OUTLIER",
  "PROFILE_OUTLIER",
] satisfies SpatialKind[];

/** What finds each kind. */
export const DETECTORS: Readonly<Record<FindingKind | SpatialKind, string>> = {
  SPIKE: "NB_UPPER_TAIL",
  DROP: "NB_LOWER_TAIL",
  LEVEL_SHIFT: "NB_CUSUM",
  SILENCE: "REPORT_RHYTHM",
  SPATIAL_OUTLIER: "ROBUST_Z",
  GHOST_POPULATION: "ROBUST_Z_OF_BOTH",
  MASS_MOVEMENT: "DAY_OVER_500",
  PROFILE_OUTLIER: "ISOLATION_FOREST",
};

export const NATION: NationParameters = {
  rate: 0.1,
  minimumCount: 10,
  minimumRatio: 1.5,
  gap: { SPIKE: 3, DROP: 4, LEVEL_SHIFT: 10, SILENCE: 1 },
};

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

/** What finds each kind. */
export const DETECTORS: Readonly<Record<FindingKind, string>> = {
  SPIKE: "NB_UPPER_TAIL",
  DROP: "NB_LOWER_TAIL",
  LEVEL_SHIFT: "NB_CUSUM",
  SILENCE: "REPORT_RHYTHM",
};

export const NATION: NationParameters = {
  rate: 0.1,
  minimumCount: 10,
  minimumRatio: 1.5,
  gap: { SPIKE: 3, DROP: 4, LEVEL_SHIFT: 10, SILENCE: 1 },
};

import type { DatasetKind } from "../activity/metric.ts";

/** How daily reports of a dataset vary about a pincode's mean. */
export interface DatasetProfile {
  /** Size of the negative binomial: variance = mean + mean² / size. */
  readonly size: number;
  /** Share of days on which a place that could have reported did not. */
  readonly closed: number;
  /** Level of each weekday, Sunday first; 1 is a usual day. */
  readonly weekday: readonly number[];
}

/**
 * Fitted by moments to the published files of September to December 2025, rounded: size 1.2–1.9 in
 * Telangana's enrolment, about 5.5 in Chennai's demographic and 1.7–2.3 in its biometric updates;
 * weekdays from the mean sums per day of week in the same files.
 */
export const PROFILES: Readonly<Record<DatasetKind, DatasetProfile>> = {
  ENROLMENT: { size: 2, closed: 0.02, weekday: [0.62, 0.97, 0.85, 1.06, 1.08, 0.99, 0.94] },
  DEMOGRAPHIC_UPDATE: { size: 5, closed: 0.01, weekday: [0.45, 0.99, 1.07, 1.04, 1.02, 1.03, 0.93] },
  BIOMETRIC_UPDATE: { size: 2, closed: 0.06, weekday: [0.21, 0.9, 1.05, 0.97, 1.03, 1.06, 1.03] },
};

/** Size of the negative binomial of a monthly batch: a month evens out more than a day. */
export const BATCH_SIZE = 8;
/** Mean count of a row in the published batches: Telangana's enrolment, Chennai's updates. */
export const BATCH_ROW = 400;
/** Most pincodes a batch reaches, as a share: Chennai's largest batch names 63 of its 93. */
export const BATCH_REACH = 0.68;

/** Level of days that fell far below their neighbours in every file that reports them: holidays. By MM-DD. */
export const HOLIDAYS: Readonly<Record<string, number>> = {
  "09-05": 0.25,
  "10-02": 0.3,
  "10-20": 0.3,
  "10-21": 0.4,
  "12-25": 0.35,
};

/** Standard deviation of the logarithm of a state's level from day to day. */
export const STATE_DAY_SPREAD = 0.08;

/**
 * Spread of the logarithm of a pincode's weight. Telangana's enrolment has quantiles 10/50/90 % of
 * 9/63/228, so that the lower half is wider than the upper, and 40 % of all in the top tenth.
 */
export const PINCODE_SPREAD = { upper: 0.95, lower: 1.4, district: 0.35, dataset: 0.3, count: 0.2 };

/** A pincode's slow trend: its level changes by up to this share, either way, over the year's daily reports. */
export const TREND = 0.3;

/**
 * Share of days on which a whole place pauses: `most` of them where next to nothing is reported, half as
 * many at `half` persons a day. Chosen so that about 1.75 million rows come of it, as in the publication.
 */
export const PAUSE = { most: 0.28, half: 10 };

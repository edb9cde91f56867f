import type { DatasetKind } from "../../data/activity/metric.ts";
import type { PlaceLevel } from "../../data/places/place.ts";
import { SURVEILLANCE, type SurveillanceParameters } from "../anomaly/parameters.ts";

/**
 * Sizes of the negative binomial (variance = mean + mean² / size) that a pincode's daily counts are thought to have
 * before its own are known: 1.2 to 1.9, about 5.5, and 1.7 to 2.3 in the published daily files of Telangana and Chennai.
 */
const SIZES: Readonly<Record<DatasetKind, number>> = {
  ENROLMENT: 1.6,
  DEMOGRAPHIC_UPDATE: 5,
  BIOMETRIC_UPDATE: 2,
};

/** How many times a pincode's size a place's above it is: it sums up many, which are not independent. */
const EVENNESS: Readonly<Record<PlaceLevel, number>> = { COUNTRY: 40, STATE: 15, DISTRICT: 5, PINCODE: 1 };

/** Report days that this belief counts for. */
const DAYS = 20;

/** Surveillance's parameters for the series of a level and dataset. */
export const parametersFor = (level: PlaceLevel, metric: DatasetKind): SurveillanceParameters => ({
  ...SURVEILLANCE,
  dispersionPriorGrowth: 1 / (SIZES[metric] * EVENNESS[level]),
  dispersionPriorDays: DAYS,
});

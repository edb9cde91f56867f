import type { DatasetKind } from "../activity/metric.ts";
import { BATCH_SIZE, PROFILES } from "./profile.ts";
import { type Draw, drawGamma, drawNormal } from "./quantiles.ts";

/** The distributions the sample draws from. */
export interface Draws {
  readonly normal: Draw;
  /** Mean 1, for a dataset's daily reports. */
  readonly daily: Readonly<Record<DatasetKind, Draw>>;
  /** Mean 1, for monthly batches and planted rises. */
  readonly batch: Draw;
}

/** Tabulates them. */
export function makeDraws(): Draws {
  return {
    normal: drawNormal(),
    daily: {
      ENROLMENT: drawGamma(PROFILES.ENROLMENT.size),
      DEMOGRAPHIC_UPDATE: drawGamma(PROFILES.DEMOGRAPHIC_UPDATE.size),
      BIOMETRIC_UPDATE: drawGamma(PROFILES.BIOMETRIC_UPDATE.size),
    },
    batch: drawGamma(BATCH_SIZE),
  };
}

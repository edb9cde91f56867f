/** Thresholds of the spatial findings and of the flags that risk takes. */
export interface SpatialParameters {
  /**
   * Robust deviations from the neighbours and from the district's others, both in one direction, from which a place
   * is an outlier; 3.5 is the cut-off of Iglewicz and Hoaglin (1993).
   */
  readonly outlierZ: number;
  /** Share of false ones that the outliers called may hold (Benjamini and Hochberg). */
  readonly outlierRate: number;
  /** A ghost population's demographic z lies above this. */
  readonly ghostDemographicZ: number;
  /** And its biometric z below this. */
  readonly ghostBiometricZ: number;
  /** Demographic updates on one report day above which there is a mass movement. */
  readonly massMovementUpdates: number;
  /** An influx's enrolment z lies above this. */
  readonly influxZ: number;
}

export const SPATIAL_DEFAULTS: SpatialParameters = {
  outlierZ: 3.5,
  outlierRate: 0.05,
  ghostDemographicZ: 1.5,
  ghostBiometricZ: -1.5,
  massMovementUpdates: 500,
  influxZ: 2.5,
};

import { SPATIAL_DEFAULTS, type SpatialParameters } from "./parameters.ts";

/** 1 where the test holds, 0 where it does not or a value is NaN. */
const flags = (values: Float64Array, holds: (value: number, place: number) => boolean) =>
  values.map((value, place) => (holds(value, place) ? 1 : 0));

/** Places whose enrolments stand far above their neighbours'. @param z of enrolments against the neighbours */
export function influxFlags(
  z: Float64Array,
  { influxZ }: Pick<SpatialParameters, "influxZ"> = SPATIAL_DEFAULTS,
): Float64Array {
  return flags(z, (value) => value > influxZ);
}

/** Places with many demographic and few biometric updates beside their neighbours: z of both against the neighbours. */
export function ghostPopulationFlags(
  demographicZ: Float64Array,
  biometricZ: Float64Array,
  parameters: Pick<SpatialParameters, "ghostDemographicZ" | "ghostBiometricZ"> = SPATIAL_DEFAULTS,
): Float64Array {
  const { ghostDemographicZ, ghostBiometricZ } = parameters;
  return flags(
    demographicZ,
    (value, place) => value > ghostDemographicZ && biometricZ[place]! < ghostBiometricZ,
  );
}

/**
 * Places with more demographic updates on one report day than usual traffic makes.
 * @param largestDay most updates on a report day that is no monthly batch; NaN where a place has none
 */
export function massMovementFlags(
  largestDay: Float64Array,
  { massMovementUpdates }: Pick<SpatialParameters, "massMovementUpdates"> = SPATIAL_DEFAULTS,
): Float64Array {
  return flags(largestDay, (value) => value > massMovementUpdates);
}

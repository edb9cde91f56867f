import type { DatasetKind, Metric } from "../activity/metric.ts";
import type { PlaceLevel } from "../places/place.ts";

export type PlantedKind = "SPIKE" | "DROP" | "LEVEL_SHIFT" | "SILENCE" | "GHOST_POPULATION" | "MASS_MOVEMENT";

/** By how much the expected daily counts of one dataset were multiplied; 0 is silence. */
export interface PlantedEffect {
  readonly metric: DatasetKind;
  readonly factor: number;
}

/** A departure put into the sample on purpose, so that detectors can be scored against it. */
export interface PlantedAnomaly {
  /** planted-001 and so on, in the order of planting. */
  readonly id: string;
  readonly kind: PlantedKind;
  readonly level: PlaceLevel;
  readonly code: string;
  /** The metric that shows it best; ACTIVITY where all three datasets are touched alike. */
  readonly metric: Metric;
  /** First and last report day touched, ISO; both included. */
  readonly from: string;
  readonly to: string;
  /** The factor on `metric`. */
  readonly factor: number;
  /** All that was done, by dataset; a ghost population has two. */
  readonly effects: readonly PlantedEffect[];
}

import { DATASETS, type DatasetKind } from "../activity/metric.ts";
import type { PlantedKind } from "./planted.ts";

type Range = readonly [number, number];

/** How many departures of one sort are planted, where, how long and how strong. */
export interface Recipe {
  readonly kind: PlantedKind;
  readonly level: "STATE" | "DISTRICT" | "PINCODE";
  readonly metric: DatasetKind | "ACTIVITY";
  readonly many: number;
  /** Length in report days of the metric; "END" lasts to the last one. */
  readonly days: Range | "END";
  readonly factor: Range;
  /** Expected count a report day of the places eligible, so that a departure can be seen at all. */
  readonly usual: Range;
  /** What else is multiplied meanwhile. */
  readonly also?: { readonly metric: DatasetKind; readonly factor: number };
  /** Aim at this count a day whatever the place's usual one; the factor follows. */
  readonly aim?: number;
}

const ANY = Number.MAX_SAFE_INTEGER;

function recipe(
  kind: PlantedKind,
  level: Recipe["level"],
  metric: Recipe["metric"],
  many: number,
  days: Recipe["days"],
  factor: Range,
  usual: Range,
): Recipe {
  return { kind, level, metric, many, days, factor, usual };
}

/** Everything planted, the widest places first: 110 departures of six kinds. */
export const RECIPES: readonly Recipe[] = [
  recipe("SPIKE", "STATE", "BIOMETRIC_UPDATE", 1, [2, 2], [2.2, 2.6], [2000, 12_000]),
  recipe("DROP", "STATE", "DEMOGRAPHIC_UPDATE", 1, [4, 5], [0.25, 0.35], [2000, 12_000]),
  recipe("SPIKE", "DISTRICT", "ENROLMENT", 3, [1, 2], [4, 6], [40, ANY]),
  recipe("SPIKE", "DISTRICT", "DEMOGRAPHIC_UPDATE", 4, [1, 2], [3, 5], [200, ANY]),
  recipe("SPIKE", "DISTRICT", "BIOMETRIC_UPDATE", 4, [1, 2], [3, 5], [200, ANY]),
  recipe("DROP", "DISTRICT", "BIOMETRIC_UPDATE", 4, [5, 8], [0.1, 0.2], [200, ANY]),
  recipe("LEVEL_SHIFT", "DISTRICT", "DEMOGRAPHIC_UPDATE", 4, "END", [2, 2.6], [200, ANY]),
  recipe("SILENCE", "DISTRICT", "ACTIVITY", 4, [6, 10], [0, 0], [400, ANY]),
  recipe("SPIKE", "PINCODE", "ENROLMENT", 10, [1, 2], [7, 12], [3, ANY]),
  recipe("SPIKE", "PINCODE", "DEMOGRAPHIC_UPDATE", 10, [1, 3], [5, 10], [10, 60]),
  recipe("SPIKE", "PINCODE", "BIOMETRIC_UPDATE", 10, [1, 3], [7, 12], [10, ANY]),
  recipe("DROP", "PINCODE", "DEMOGRAPHIC_UPDATE", 8, [5, 10], [0.05, 0.15], [20, ANY]),
  recipe("DROP", "PINCODE", "BIOMETRIC_UPDATE", 7, [8, 12], [0.03, 0.1], [25, ANY]),
  recipe("LEVEL_SHIFT", "PINCODE", "DEMOGRAPHIC_UPDATE", 6, "END", [2.5, 4], [10, 100]),
  recipe("LEVEL_SHIFT", "PINCODE", "BIOMETRIC_UPDATE", 6, "END", [0.15, 0.3], [20, ANY]),
  recipe("SILENCE", "PINCODE", "ACTIVITY", 12, [8, 14], [0, 0], [30, ANY]),
  {
    ...recipe("GHOST_POPULATION", "PINCODE", "DEMOGRAPHIC_UPDATE", 8, [25, 40], [5, 9], [25, 60]),
    also: { metric: "BIOMETRIC_UPDATE", factor: 0.04 },
  },
  {
    ...recipe("MASS_MOVEMENT", "PINCODE", "DEMOGRAPHIC_UPDATE", 8, [3, 5], [1, 1], [30, 150]),
    aim: 1500,
  },
];

/** The datasets whose counts a recipe's metric touches. */
export function datasetsOf(metric: Recipe["metric"]): readonly DatasetKind[] {
  return metric === "ACTIVITY" ? DATASETS : [metric];
}
